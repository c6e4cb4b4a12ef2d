"""One file that holds a library, what people decided of it, and the user's notebook."""
