"""The only place that builds real things. Everything else receives what it needs."""
