"""What articles say of a glossary: how often its terms occur, which candidates it lacks."""
