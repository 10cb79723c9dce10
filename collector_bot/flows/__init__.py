"""One file, one transaction, one sentence of the business."""
