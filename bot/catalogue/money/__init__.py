"""Who may help to pay: schemes as dated data, and which of them may suit somebody."""
