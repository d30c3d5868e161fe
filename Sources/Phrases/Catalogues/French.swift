/// The pages in French.
let french = #"""
    {
      "code": "fr",
      "name": "Français",
      "decimal": ",",
      "grouping": "\u202F",
      "phrases": {
        "Skip to content": "Aller au contenu",
        "Battle": "Duel",
        "Leaderboard": "Classement",
        "Compare": "Comparer",
        "Models": "Modèles"
      }
    }
    """#
