"""English: every page a second time, by a catalogue of sentences; what people have typed is never touched."""
