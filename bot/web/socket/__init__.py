"""The chat socket: the Socket.IO protocol of Rasa widgets, with receipts, history and signed sessions."""
