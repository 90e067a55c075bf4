"""What the writer wants: the intent, the topic of a question, yes or no, and small facts beside."""
