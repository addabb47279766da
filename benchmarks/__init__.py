"""What the program costs and how exactly it draws, measured on the real parts."""
