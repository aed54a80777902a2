"""Scripts that make what is checked in: tables, samples, pictures."""
