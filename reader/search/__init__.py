"""Finding words in an issue, whatever script or width they are printed in."""
