"""The term's programme: written by its office, judged by the norms, announced to families (E2, E7, E8, E9)."""
