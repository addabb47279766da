"""The agent: TypeScript in `src/`, its bundle, and how Python sends it."""
