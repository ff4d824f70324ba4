"""The only door for people and programs: web pages and a JSON API over the houses. Decides nothing, keeps nothing."""
