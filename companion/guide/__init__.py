"""The whole guide as one file to keep or print, its pictures drawn by the agent."""
