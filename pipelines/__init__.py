"""What happens to each listing on its way from a spider to the database: one verb a file."""
