"""The pages. Views are thin: they read a form, ask the core and show the answer."""
