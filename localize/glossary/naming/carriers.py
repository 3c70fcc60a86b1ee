"""Sentences that tell nothing about the name that stands in them, by source language; English ones for others."""

from __future__ import annotations

CARRIERS = {
    "en": (
        "The reporter asked about {} during the interview on Monday.",
        "According to the article, {} had a difficult year.",
        "He wrote a long report on {} for the newspaper.",
        "She works for {} in another city.",
    ),
    "pt": (
        "A repórter perguntou sobre {} durante a entrevista.",
        "Segundo o artigo, {} teve um ano difícil.",
        "Ele escreveu um longo texto sobre {}.",
        "Ela trabalha para {} em outra cidade.",
    ),
    "es": (
        "La reportera preguntó por {} durante la entrevista.",
        "Según el artículo, {} tuvo un año difícil.",
        "Escribió un largo informe sobre {}.",
        "Ella trabaja para {} en otra ciudad.",
    ),
    "fr": (
        "La journaliste a parlé de {} pendant l'entretien.",
        "Selon l'article, {} a connu une année difficile.",
        "Il a écrit un long rapport sur {}.",
        "Elle travaille pour {} dans une autre ville.",
    ),
}
"""A name that is kept in some of these is none that has a translation."""

CALLED = {
    "en": ("The group, called {}, did not answer.", "The group, called the {}, did not answer."),
    "pt": ("O grupo, chamado {}, não respondeu.", "O grupo, chamado o {}, não respondeu."),
    "es": ("El grupo, llamado {}, no respondió.", "El grupo, llamado el {}, no respondió."),
    "fr": ("Le groupe, appelé {}, n'a pas répondu.", "Le groupe, appelé le {}, n'a pas répondu."),
}
"""What says that a name follows, without and with an article.

Measured on the shipped model: of 44 names made of words that no other carrier kept this one keeps 14, of 150 bodies,
places, offices and days that have a translation six ("Nobel Prize"), five of them behind an article.
"""
