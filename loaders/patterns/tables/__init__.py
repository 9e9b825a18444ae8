"""Tables: rows and columns put together from an article's rows, and what their cells say."""
