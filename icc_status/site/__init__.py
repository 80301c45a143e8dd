"""All answers of one day as a folder of pages, files of data and feeds."""
