"""Guardians: who may see a child, invited, ended, and by which number they are known."""
