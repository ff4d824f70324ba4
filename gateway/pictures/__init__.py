"""Pictures that the server draws, as shapes; templates write them down as SVG."""
