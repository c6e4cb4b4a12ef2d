"""What goes down the wire: clipboard, capabilities, cell-diffing display."""
