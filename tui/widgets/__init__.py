"""The parts of the screen; none of them sees the library."""
