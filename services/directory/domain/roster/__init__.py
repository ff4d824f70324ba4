"""A school's roster as its Excel says it: read with all its dirt, judged cell by cell, held against what stands."""
