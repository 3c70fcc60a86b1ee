"""The page on which translators look after glossary and translations; needs the extra ``studio``."""
