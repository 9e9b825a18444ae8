"""Makes what is learned: the network that recognises names and the segmenter, from documents, gold and annotation."""
