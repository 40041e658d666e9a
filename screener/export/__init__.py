"""What leaves the program: CSV, HTML for print, copies of originals."""
