"""An example of an extension of policygraph."""
