"""The JSON API for programs: the houses' calls under /api/v1, with the same schemas as the pages."""
