"""Approvals: cases of engines.approval in PostgreSQL: found, held and kept, 500 in as many statements as one."""
