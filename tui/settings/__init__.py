"""What a user chose and where they were: configuration and state."""
