"""What an analyst takes away: the HTML report across reports, and packs of quotations for a theme."""
