"""How well two names are told to be one thing, on labelled pairs; and how long many names take."""
