/// Words by which a writer speaks of itself, in some twenty-five languages, as the folding of
/// ``FoldedText`` leaves them. A star stands for any ending; a tilde marks what is looked for
/// inside a word.
enum SelfReference {
    /// "I am", "my name is": a name may follow at once.
    static let identity = [
        "i am", "i m", "im", "my name is", "my name s", "this is", "call me", "you can call me",
        "you re talking to", "you are talking to", "you re chatting with", "you are chatting with",
        "je suis", "je m appelle", "mon nom est", "ich bin", "ich heisse", "ich heiße",
        "mein name ist", "yo soy", "soy", "me llamo", "mi nombre es", "io sono", "sono",
        "mi chiamo", "il mio nome è", "eu sou", "sou", "me chamo", "chamo me", "meu nome é",
        "ik ben", "ik heet", "mijn naam is", "jag är", "jag heter", "mitt namn är", "jeg er",
        "jeg heter", "jeg hedder", "mit navn er", "navnet mitt er", "mitt navn er", "minä olen",
        "olen", "nimeni on", "jestem", "nazywam się", "mam na imię", "jsem", "jmenuji se",
        "moje jméno je", "som", "volám sa", "a nevem", "én", "vagyok", "eu sunt", "sunt",
        "mă numesc", "numele meu este", "ben", "benim adım", "adım", "я", "меня зовут",
        "моё имя", "мое имя", "мене звати", "моє ім я", "аз съм", "казвам се", "ja sam",
        "zovem se", "είμαι", "με λένε", "ονομάζομαι", "το όνομά μου είναι", "أنا", "انا", "اسمي",
        "إسمي", "אני", "שמי", "من", "نام من", "اسم من", "मैं", "मेरा नाम", "আমি", "আমার নাম",
        "~ฉันคือ", "~ฉันเป็น", "~ผมคือ", "~ผมเป็น", "~ผมชื่อ", "~ฉันชื่อ", "tôi là", "mình là", "tên tôi là",
        "tên của tôi là", "saya adalah", "saya", "aku", "nama saya", "~我是", "~我叫", "~我的名字",
        "~我係", "~私は", "~わたしは", "~僕は", "~私の名前", "~저는", "~나는", "~제이름", "제 이름은",
        "mimi ni", "jina langu ni", "sóc", "ako si", "ako ay", "நான்", "میں",
    ]

    /// "My model is": only a name can follow.
    static let label = [
        "my model is", "my underlying model is", "my base model is", "my model name is",
        "mi modelo es", "mon modèle est", "mein modell ist", "il mio modello è", "meu modelo é",
    ]

    /// "I was", "as an AI": the writer itself is spoken of.
    static let origin = [
        "i was", "i have been", "i ve been", "i come from", "i run on", "i belong to", "as an ai",
        "as a language", "as a large", "my creator*", "my developer*", "my maker*",
        "my parent company", "j ai été", "m a", "m ont", "en tant qu", "en tant que",
        "mes créateurs",
        "ich wurde", "hat mich", "mein* entwickler*", "als ki", "als ein ki", "fui", "he sido",
        "mis creadores", "sono stato", "sono stata", "i miei creatori", "meus criadores",
        "fui criado",
        "ik werd", "ik ben", "mijn makers", "jag har", "jag blev", "jeg ble", "jeg blev", "jeg har",
        "jeg er", "minut", "olen", "zostałem", "zostałam", "byl jsem", "byla jsem", "am fost",
        "m au", "geliştirildim", "eğitildim", "yaratıldım", "oluşturuldum", "меня", "мене", "με",
        "~تطويري", "~تدريبي", "~دربتني", "~طورتني", "~إنشائي", "אותי", "पुन", "मुझे", "আমাকে", "~ฉันถูก",
        "~ผมถูก", "tôi được", "saya dikembangkan", "saya dilatih", "saya dibuat", "~我由", "~我被",
        "~开发的我", "~私を", "~저를", "~나를", "nilitengenezwa", "nimeundwa", "nilifunzwa",
    ]

    /// "Me", "my", and endings that say "I am": weaker signs.
    static let person = [
        "me", "my", "myself", "mes", "mon", "ma", "mich", "mir", "mein*", "mi", "mis", "mio",
        "miei", "mia", "meu", "meus", "minha", "mij", "mijn", "mig", "min", "meg", "minua", "mnie",
        "mój", "mě", "mne", "engem", "beni", "мой", "моя", "мои", "мной", "мій", "μου", "שלי",
        "~مرا", "मेरे", "আমার", "~ฉัน", "~ผม", "tôi", "~我", "~私", "~저", "~제", "~です", "~입니다",
        "~이에요", "~예요", "modeliyim", "asistanıyım", "modelim",
    ]

    /// The bare first person.
    static let first = [
        "i", "je", "j", "ich", "yo", "io", "eu", "ik", "jag", "jeg", "minä", "ja", "já", "én",
        "ben", "я", "аз", "εγώ", "أنا", "אני", "मैं", "আমি", "tôi", "saya", "~我", "~私", "~저",
    ]

    /// Offers of help, as assistants make them.
    static let help = [
        "help", "assist", "aider", "aide", "helfen", "ayudar*", "aiutar*", "ajudar*", "helpen",
        "hjälpa", "hjelpe", "hjælpe", "auttaa", "pomóc", "pomagać", "pomoci", "segít*", "ajut*",
        "yardım*", "помоч*", "помог*", "допомог*", "βοηθήσω", "βοηθάω", "~مساعد", "~عزور", "~לעזור",
        "~मदद", "~সাহায্য", "~ช่วย", "giúp", "membantu", "~帮", "~幫", "~手伝", "~도와", "~도울",
        "kusaidia",
    ]

    /// Words that may stand between "I am" and a name.
    static let filler = [
        "the", "a", "an", "b", "strong", "actually", "really", "just", "simply", "called", "named",
        "known", "as",
        "by", "from", "of", "le", "la", "l", "un", "une", "el", "o", "der", "die", "das", "ein",
        "eine", "een", "en", "ett", "et", "to", "это", "це", "ο", "το", "von", "de", "d", "di",
        "do", "van", "av", "af", "adlı", "isimli", "nommé", "appelé", "namens", "llamado",
        "chiamato", "chamado", "genaamd", "vid", "namn", "named", "nimeltä", "o", "zwany", "име",
        "по", "имени", "이름은",
    ]

    /// What such writers are: a model, an assistant.
    static let kinds = [
        "ai", "a i", "llm", "assistant*", "chatbot*", "bot", "language model*", "model", "models",
        "ia", "modele", "modelo", "modello", "ki", "sprachmodell*", "assistent*", "asistent*",
        "asistente", "assistente", "taalmodel*", "språkmodell*", "sprogmodel*", "kielimalli*",
        "tekoäly*", "avustaja*", "model*", "sztuczn*", "inteligenc*", "asystent*", "umělá",
        "mesterséges", "nyelvi", "asszisztens*", "yapay", "asistan*", "dil model*",
        "модел*", "ассистент*", "асистент*", "помощник*", "помічник*", "ии", "искусственн*",
        "штучн*", "бот", "чат бот", "μοντέλο*", "βοηθός", "νοημοσύνη*", "~نموذج", "~مساعد",
        "~الذكاء",
        "~ذكاء", "~مدل", "~دستیار", "~هوش", "~מודל", "~עוזר", "~בינה", "~मॉडल", "~सहायक", "~एआई",
        "~बुद्धि",
        "~মডেল", "~সহকারী", "~এআই", "~โมเดล", "~แบบจำลอง", "~ผู้ช่วย", "~ปัญญา", "mô hình", "trợ lý",
        "trí tuệ", "asisten", "kecerdasan", "~模型", "~助手", "~助理", "~人工智", "~机器人", "~モデル",
        "~アシスタント", "~人工知能", "~모델", "~어시스턴트", "~인공지능", "~비서", "~챗봇", "akili", "modeli",
    ]

    /// What makers do: train, develop, create.
    static let making = [
        "trained", "train", "developed", "develop", "created", "made",
        "built", "designed", "powered", "based on", "engineered", "offered by",
        "from the team", "team at", "my creator*", "my developer*", "my maker*", "parent company",
        "entraîné*", "développé*", "créé*", "conçu*", "entwickelt*",
        "trainiert*", "erstellt*", "geschaffen*", "desarrollad*", "entrenad*",
        "cread*", "diseñad*", "sviluppat*", "addestrat*", "creat*", "desenvolvid*", "treinad*",
        "criad*", "criou", "ontwikkel*", "getraind*", "gemaakt*", "utveckla*", "tränad*",
        "tränat*", "skapa*", "utvikle*", "trent", "laget", "udvikle*", "trænet", "skabt",
        "kehittä*", "luoma*", "luonut", "koulutta*", "opracowan*", "stworzon*", "wytrenowan*",
        "szkolon*",
        "przez", "vyvinu*", "vytvoř*", "trénovan*", "vytrénovan*", "által", "fejleszt*",
        "készít*", "dezvoltat*", "antrenat*", "creat", "tarafından", "geliştir*", "eğit*",
        "разработ*", "созда*", "обуч*", "розроб*", "створ*", "навчен*", "разработен*",
        "razvi*", "αναπτύ*", "αναπτυ*", "εκπαιδ*", "δημιουργ*", "~تطوير", "~طور", "~درب", "~تدريب",
        "~أنشأ", "~إنشا", "~توسط", "~ساخته", "~آموزش", "~פותח", "~פיתח", "~אומן", "~נוצר", "~ידי",
        "~द्वारा", "~विकसित", "~प्रशिक्षित", "~তৈরি", "~দ্বারা", "~প্রশিক্ষিত", "~พัฒนา", "~สร้าง", "~ฝึก",
        "phát triển", "tạo ra", "huấn luyện", "đào tạo", "bởi", "dikembangkan", "dilatih",
        "dibuat", "oleh", "~开发", "~開發", "~训练", "~訓練", "~研发", "~创建", "~打造", "~推出", "~開発",
        "~作られ", "~作成", "~訓練", "~トレーニング", "~개발", "~훈련", "~만든", "~만들", "~학습", "iliyotengenezwa",
        "iliyoundwa",
    ]

    /// "As": in the role of.
    static let role = [
        "as", "en tant que", "als", "como", "come", "in quanto", "som", "jako", "ca", "olarak",
        "как", "як", "ως", "sebagai", "với tư cách", "~作为", "~作為", "~として", "~로서",
    ]

    /// Words between "I am" and what is no name of the writer's.
    static let denial = [
        "not", "no", "neither", "nor", "pas", "nicht", "kein*", "non", "não", "niet", "geen",
        "inte", "ikke", "nie", "ne", "nem", "nu", "değil*", "не", "δεν", "لست", "ليس", "לא",
        "नहीं", "নই", "~ไม่", "không", "bukan", "~不", "~ではな", "~じゃな", "~아니", "sure", "going",
        "like", "using", "writing", "talking", "working", "asking", "comparing", "happy", "glad",
        "aware", "familiar", "unable",
    ]
}
