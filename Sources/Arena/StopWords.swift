/// Common short words of languages in Latin letters, by which a prompt's language is told.
enum StopWords {
    /// The languages that each word is common in.
    static let languages: [String: [String]] = {
        var languages: [String: [String]] = [:]
        for (language, words) in lists {
            for word in PromptWords.list(words) { languages[word, default: []].append(language) }
        }
        return languages
    }()

    /// Those below the first six are known only so that they are not taken for one of them.
    private static let lists = [
        "en": """
        the of and to in is are was it that this for with as on by from what why how who when
        where which write explain give make tell list can you me my i a an do does not be would
        should please about between your we they have has at or if there hello name best
        """,
        "fr": """
        le la les de des du et en un une est sont que qui pour dans par sur avec ce cette pas
        plus je tu il elle nous vous mon ma mes quel quelle comment pourquoi quoi où écris
        explique donne moi bonjour au aux l d qu c j s ne se ou être fait écrire
        """,
        "de": """
        der die das den dem des ein eine einen einer und ist sind nicht mit von zu im in auf für
        wie was warum wer wo wann ich du er sie es wir mir schreibe schreib erkläre gib bitte
        kannst über auch als bei nach zum zur hallo mein meine welche
        """,
        "es": """
        el la los las de del y en un una es son que para por con como qué cómo cuál quién dónde
        por porqué no se su mi me escribe explica dame haz hola lo al más este esta o si sobre
        entre yo tú puedes
        """,
        "it": """
        il lo la gli le di del della dei e è un una che per con come cosa perché chi dove quando
        non si mi scrivi spiega dammi ciao sono nel nella al alla più questo questa in da su io
        tu puoi quale l fra
        """,
        "pt": """
        o a os as de do da dos das e é um uma que para por com como não em no na se me meu minha
        escreva explique qual quem onde quando porque mais este esta isso você eu olá ao são
        pode sobre entre
        """,
        "nl": """
        de het een en van is in op wat hoe waarom wie waar ik je jij niet met voor te zijn schrijf
        geef dat dit aan over uit mijn kun
        """,
        "sv": """
        och att det är en ett på som för med av vad hur varför jag du inte den i till skriv om
        kan min
        """,
        "da":
            "og at det er en et på som for med af hvad hvordan hvorfor jeg du ikke den i til skriv om",
        "pl": "i w na z do nie się jest to że co jak dlaczego kto gdzie napisz o dla czy po mi",
        "cs": "a v na se je že co jak proč kdo kde napiš o pro to s do mi",
        "tr": "ve bir bu için ne nasıl neden kim nerede ile da de mi ben sen yaz bana çok",
        "id":
            "dan yang di ke dari untuk apa bagaimana mengapa siapa ini itu dengan saya kamu buat tulis",
        "ro": "și de la în cu pe un o este ce cum care pentru din nu să scrie mi",
        "vi": "là và của có không cho một những được với tôi bạn hãy gì viết",
        "hu": "a az és egy hogy nem mi van írj kérlek miért hol",
        "la": "et in est non ad cum sed ut qui quid quod ex lorem ipsum dolor sit amet",
    ]
}
