"""Facts about Chinese text: classes of characters, numbers and dates, scripts, the search fold."""
