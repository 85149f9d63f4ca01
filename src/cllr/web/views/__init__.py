"""One module per area. A view reads a form, asks the core and shows the answer."""
