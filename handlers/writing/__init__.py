"""Letters to many: written, shown as they will arrive, confirmed once, summed up afterwards."""
