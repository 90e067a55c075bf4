"""What is given: settings, territories, catalogue. Read once, checked, frozen; knows nobody."""
