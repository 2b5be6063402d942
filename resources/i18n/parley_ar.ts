<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Parley</source>
        <translation>حول Parley</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>الإصدار {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Private chat on your own computer. Models run here, conversations are stored here, encrypted, and nothing is sent anywhere.</source>
        <translation>محادثة خاصة على حاسوبك. تعمل النماذج هنا، وتُحفظ المحادثات هنا مشفّرة، ولا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <source>Parley is free software under the MIT licence. It stands on:</source>
        <translation>‏Parley برنامج حر برخصة MIT. وهو مبني على:</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>الرخص</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>AboutSettings</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>الإصدار {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>حول Parley</translation>
    </message>
    <message>
        <source>About and licences…</source>
        <translation>حول البرنامج والرخص…</translation>
    </message>
    <message>
        <source>What Parley is built from</source>
        <translation>ما بُني منه Parley</translation>
    </message>
</context>
<context>
    <name>ActingView</name>
    <message>
        <source>More for this message</source>
        <translation>المزيد لهذه الرسالة</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>تُكتب الآن إجابة. انتظرها أو أوقفها أولًا.</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>نسخ النص المحدد</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>اقتباس النص المحدد</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Go on from here in a new conversation</source>
        <translation>المتابعة من هنا في محادثة جديدة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>AnswerFooter</name>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Let the answer go on where it stopped</source>
        <translation>دع الإجابة تكمل من حيث توقفت</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>إعادة التوليد</translation>
    </message>
    <message>
        <source>Write another answer to the same message</source>
        <translation>كتابة إجابة أخرى عن الرسالة نفسها</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>فكّر أطول</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>المتابعة من هذه الأفكار والإجابة من جديد</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy this answer as Markdown</source>
        <translation>نسخ هذه الإجابة بصيغة Markdown</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>AnsweringSettings</name>
    <message>
        <source>Think before answering</source>
        <translation>التفكير قبل الإجابة</translation>
    </message>
    <message>
        <source>For new conversations, where the model can. Each conversation can have its own choice.</source>
        <translation>للمحادثات الجديدة، إن استطاع النموذج. ويمكن لكل محادثة أن يكون لها اختيارها.</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>Answer by itself when the thoughts go round in circles</source>
        <translation>الإجابة تلقائيًا عندما تدور الأفكار في حلقة</translation>
    </message>
    <message>
        <source>Otherwise Parley only offers “Answer now”.</source>
        <translation>وإلا فإن Parley يعرض «أجب الآن» فقط.</translation>
    </message>
    <message>
        <source>Thoughts in circles</source>
        <translation>أفكار تدور في حلقة</translation>
    </message>
    <message>
        <source>up to {number} tokens</source>
        <translation>حتى {number} من الرموز</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>ميزانية التفكير</translation>
    </message>
    <message>
        <source>How long a new conversation may think about one answer; below about 1,000 little is gained.</source>
        <translation>كم تفكر محادثة جديدة في إجابة واحدة؛ دون نحو ١٬٠٠٠ تكون الفائدة قليلة.</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Like the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>“System” follows your system, also when it asks for high contrast.</source>
        <translation>«النظام» يتبع نظامك، حتى عندما يطلب تباينًا عاليًا.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>‏{number} بكسل</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Of the conversation.</source>
        <translation>نص المحادثة.</translation>
    </message>
    <message>
        <source>Font of the conversation</source>
        <translation>خط المحادثة</translation>
    </message>
    <message>
        <source>{number} pixels (usual)</source>
        <translation>‏{number} بكسل (المعتاد)</translation>
    </message>
    <message>
        <source>Width of the conversation</source>
        <translation>عرض المحادثة</translation>
    </message>
    <message>
        <source>Move nothing on the screen</source>
        <translation>عدم تحريك أي شيء على الشاشة</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>حركة أقل</translation>
    </message>
</context>
<context>
    <name>AssistantView</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>إعادة التوليد</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>فكّر أطول</translation>
    </message>
    <message>
        <source>Answer with thinking</source>
        <translation>الإجابة مع التفكير</translation>
    </message>
    <message>
        <source>This model does not think before it answers.</source>
        <translation>هذا النموذج لا يفكّر قبل أن يجيب.</translation>
    </message>
    <message>
        <source>Answer without thinking</source>
        <translation>الإجابة دون تفكير</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>تعديل الإجابة</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>The files are not ready yet.</source>
        <translation>الملفات ليست جاهزة بعد.</translation>
    </message>
    <message>
        <source>Choose above what to send of the long file.</source>
        <translation>اختر في الأعلى ما يُرسل من الملف الطويل.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>نص ملصق</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Documents and code ({endings})</source>
        <translation>المستندات والشيفرة ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>The end is missing: it was too long to be read whole.</source>
        <translation>النهاية مفقودة: كان أطول من أن يُقرأ كله.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>ينتظر دوره</translation>
    </message>
    <message>
        <source>Parts · {tokens}</source>
        <translation>أجزاء · {tokens}</translation>
    </message>
    <message>
        <source>Summary · {tokens}</source>
        <translation>ملخص · {tokens}</translation>
    </message>
    <message>
        <source>Reading page {done} of {total}…</source>
        <translation>تُقرأ الصفحة {done} من {total}…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>جارٍ التحضير…</translation>
    </message>
    <message>
        <source>Summarising…</source>
        <translation>جارٍ التلخيص…</translation>
    </message>
    <message>
        <source>Summarising · {done} of {total}</source>
        <translation>جارٍ التلخيص · {done} من {total}</translation>
    </message>
    <message>
        <source>Too long · {tokens}</source>
        <translation>طويل جدًا · {tokens}</translation>
    </message>
    <message>
        <source>Searched per question</source>
        <translation>يُبحث فيه لكل سؤال</translation>
    </message>
    <message>
        <source>Matching parts</source>
        <translation>الأجزاء المطابقة</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>نحو {tokens}</translation>
    </message>
</context>
<context>
    <name>AttachmentsSide</name>
    <message>
        <source>No document of this conversation has this paragraph.</source>
        <translation>لا يحتوي أي مستند في هذه المحادثة على هذه الفقرة.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>أُزيل «{name}».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message numerus="yes">
        <source>Only {most} files fit in one message; %Ln file(s) were left out.</source>
        <translation>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ لم يُستبعد أي ملف.</numerusform>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ استُبعد ملف واحد.</numerusform>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ استُبعد ملفان.</numerusform>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ استُبعدت %Ln ملفات.</numerusform>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ استُبعد %Ln ملفًا.</numerusform>
            <numerusform>تتسع الرسالة الواحدة لـ {most} ملفات فقط؛ استُبعد %Ln ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” could not be summarised.</source>
        <translation>تعذّر تلخيص «{name}».</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The file with your conversations is damaged, so no copy of it was made.</source>
        <translation>ملف محادثاتك تالف، لذلك لم تُصنع نسخة منه.</translation>
    </message>
    <message>
        <source>Have it repaired here. The older copies are kept.</source>
        <translation>أصلحه من هنا. النسخ الأقدم محفوظة.</translation>
    </message>
    <message>
        <source>This copy is damaged. Nothing has been changed.</source>
        <translation>هذه النسخة تالفة. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر نسخة أخرى.</translation>
    </message>
    <message>
        <source>Nothing can be read of the conversations, and there is no copy of them.</source>
        <translation>لا يمكن قراءة شيء من المحادثات، ولا توجد نسخة منها.</translation>
    </message>
    <message>
        <source>Put back a copy of the file if you have one. It has been left as it is.</source>
        <translation>أعِد نسخة من الملف إن كانت لديك. وقد تُرك كما هو.</translation>
    </message>
    <message>
        <source>The copies cannot be reached.</source>
        <translation>تعذّر الوصول إلى النسخ.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>لا ينقص شيء.</translation>
    </message>
    <message>
        <source>They come from a copy; what was said after it is lost.</source>
        <translation>هي من نسخة؛ وما قيل بعدها فُقد.</translation>
    </message>
    <message>
        <source>The damaged file is kept as “{name}”.</source>
        <translation>حُفظ الملف التالف باسم «{name}».</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Copies of your conversations</source>
        <translation>نسخ محادثاتك</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>A copy is made every day, encrypted like the conversations themselves, and stays on this computer.</source>
        <translation>تُصنع كل يوم نسخة مشفّرة مثل المحادثات نفسها، وتبقى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>صنع نسخة الآن</translation>
    </message>
    <message>
        <source>Check the conversations</source>
        <translation>فحص المحادثات</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>حفظ ما يمكن قراءته</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>A copy is being made…</source>
        <translation>تُصنع الآن نسخة…</translation>
    </message>
    <message>
        <source>Everything is being read…</source>
        <translation>يُقرأ كل شيء…</translation>
    </message>
    <message>
        <source>The copy is being put back…</source>
        <translation>تُستعاد النسخة…</translation>
    </message>
    <message>
        <source>What can be read is being saved…</source>
        <translation>يُحفظ ما يمكن قراءته…</translation>
    </message>
    <message>
        <source>There is no copy of your conversations yet.</source>
        <translation>لا توجد نسخة من محادثاتك بعد.</translation>
    </message>
    <message>
        <source>The last copy is from {date}.</source>
        <translation>آخر نسخة بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Save what can be read, or put a copy back.</source>
        <translation>تعذّر فتح محادثاتك. احفظ ما يمكن قراءته أو استعد نسخة.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged.</source>
        <translation>ملف محادثاتك تالف.</translation>
    </message>
    <message>
        <source>Everything was read, and all is well.</source>
        <translation>قُرئ كل شيء، وكله سليم.</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>استعادة…</translation>
    </message>
    <message>
        <source>Put back the copy of {date}</source>
        <translation>استعادة نسخة {date}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message>
        <source>Show recovery code…</source>
        <translation>إظهار رمز الاسترداد…</translation>
    </message>
    <message>
        <source>Your conversations are encrypted. Save your recovery code.</source>
        <translation>محادثاتك مشفّرة. احفظ رمز الاسترداد.</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>حماية بعبارة مرور…</translation>
    </message>
    <message>
        <source>Conversations are kept only until you close Parley.</source>
        <translation>تبقى المحادثات حتى تغلق Parley فقط.</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>اتركه كذلك</translation>
    </message>
    <message>
        <source>Your stored conversations stay locked. New ones are kept only until you close Parley.</source>
        <translation>تبقى محادثاتك المحفوظة مقفلة. والجديدة تبقى حتى تغلق Parley فقط.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened.</source>
        <translation>تعذّر فتح محادثاتك.</translation>
    </message>
    <message>
        <source>Copies and repair…</source>
        <translation>النسخ والإصلاح…</translation>
    </message>
    <message>
        <source>Use Parley without saving</source>
        <translation>استخدام Parley دون حفظ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة من جديد</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>اختيار آخر…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Simple questions and short texts, at once, on any computer.</source>
        <translation>أسئلة بسيطة ونصوص قصيرة، فورًا، على أي حاسوب.</translation>
    </message>
    <message>
        <source>Everyday questions and summaries on modest computers.</source>
        <translation>أسئلة يومية وملخصات على الحواسيب المتواضعة.</translation>
    </message>
    <message>
        <source>An all-rounder for laptops: chat, writing and translation.</source>
        <translation>متعدد المهارات للحواسيب المحمولة: محادثة وكتابة وترجمة.</translation>
    </message>
    <message>
        <source>Reliable answers, good writing, simple programs.</source>
        <translation>إجابات موثوقة وكتابة جيدة وبرامج بسيطة.</translation>
    </message>
    <message>
        <source>Demanding texts, programs and translations.</source>
        <translation>نصوص وبرامج وترجمات صعبة.</translation>
    </message>
    <message>
        <source>The best answers that one good graphics card can give.</source>
        <translation>أفضل إجابات تقدمها بطاقة رسوم جيدة واحدة.</translation>
    </message>
    <message>
        <source>Knows as much as a large model and answers as fast as a small one; needs much memory.</source>
        <translation>يعرف قدر نموذج كبير ويجيب بسرعة نموذج صغير؛ ويحتاج إلى ذاكرة كبيرة.</translation>
    </message>
    <message>
        <source>The hardest questions, for workstations and servers.</source>
        <translation>أصعب الأسئلة، لمحطات العمل والخوادم.</translation>
    </message>
    <message>
        <source>Answers at once without thinking; reads very long documents.</source>
        <translation>يجيب فورًا دون تفكير؛ ويقرأ مستندات طويلة جدًا.</translation>
    </message>
    <message>
        <source>Always thinks at length: mathematics, science, hard problems.</source>
        <translation>يفكر دائمًا بإسهاب: الرياضيات والعلوم والمسائل الصعبة.</translation>
    </message>
    <message>
        <source>Writes and repairs programs.</source>
        <translation>يكتب البرامج ويصلحها.</translation>
    </message>
    <message>
        <source>As good as the original</source>
        <translation>بجودة الأصل</translation>
    </message>
    <message>
        <source>Hardly any difference from the original</source>
        <translation>يكاد لا يختلف عن الأصل</translation>
    </message>
    <message>
        <source>Small losses in difficult questions</source>
        <translation>خسائر صغيرة في الأسئلة الصعبة</translation>
    </message>
    <message>
        <source>Noticeably worse: slips and forgotten details</source>
        <translation>أسوأ بوضوح: هفوات وتفاصيل منسية</translation>
    </message>
    <message>
        <source>Much worse: only where nothing else fits</source>
        <translation>أسوأ بكثير: فقط حيث لا يتسع غيره</translation>
    </message>
</context>
<context>
    <name>CatalogueCard</name>
    <message>
        <source>Close {name}</source>
        <translation>طيّ {name}</translation>
    </message>
    <message>
        <source>Show the sizes of {name}</source>
        <translation>إظهار أحجام {name}</translation>
    </message>
    <message>
        <source>recommended for this computer</source>
        <translation>موصى به لهذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>This computer: {facts}</source>
        <translation>هذا الحاسوب: {facts}</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>يُفحص هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>الفحص من جديد</translation>
    </message>
    <message>
        <source>Looking for what suits this computer…</source>
        <translation>يُبحث عما يناسب هذا الحاسوب…</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>The waiting message was removed.</source>
        <translation>أُزيلت الرسالة المنتظرة.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Unlock your conversations first, or go on without saving.</source>
        <translation>افتح قفل محادثاتك أولًا، أو تابع دون حفظ.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Choose above how to go on.</source>
        <translation>تعذّر فتح محادثاتك. اختر في الأعلى كيف تتابع.</translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message numerus="yes">
        <source>The message and %Ln after it were deleted.</source>
        <translation>
            <numerusform>حُذفت الرسالة وحدها.</numerusform>
            <numerusform>حُذفت الرسالة ورسالة واحدة بعدها.</numerusform>
            <numerusform>حُذفت الرسالة ورسالتان بعدها.</numerusform>
            <numerusform>حُذفت الرسالة و%Ln رسائل بعدها.</numerusform>
            <numerusform>حُذفت الرسالة و%Ln رسالة بعدها.</numerusform>
            <numerusform>حُذفت الرسالة و%Ln رسالة بعدها.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>حُذفت الرسالة.</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>تُكتب الآن إجابة. انتظرها أو أوقفها أولًا.</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>This conversation uses “{name}”, which is being loaded.</source>
        <translation>تستخدم هذه المحادثة «{name}»، ويجري تحميله.</translation>
    </message>
    <message>
        <source>“{name}”, the model of this conversation, is not there any more. Another one answers.</source>
        <translation>‏«{name}»، نموذج هذه المحادثة، لم يعد موجودًا. سيجيب نموذج آخر.</translation>
    </message>
</context>
<context>
    <name>ChatState</name>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>تعذّر حفظ هذا التغيير: سيختفي عند تشغيل Parley من جديد.</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>نسخ هذه الشيفرة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save this code as a file</source>
        <translation>حفظ هذه الشيفرة في ملف</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>لفّ الأسطر</translation>
    </message>
    <message>
        <source>Break long lines instead of scrolling sideways</source>
        <translation>كسر الأسطر الطويلة بدل التمرير الأفقي</translation>
    </message>
    <message>
        <source>Show all {lines} lines</source>
        <translation>إظهار كل الأسطر ({lines})</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>شيفرة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>لم يُحفظ: {reason}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Which columns are to be translated?</source>
        <translation>أي الأعمدة تريد ترجمتها؟</translation>
    </message>
    <message>
        <source>The others stay as they are in “{name}”.</source>
        <translation>تبقى الأعمدة الأخرى في «{name}» كما هي.</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>العمود {number}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>اسأل ما تشاء. كل شيء يبقى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line · Esc to stop</source>
        <translation>‏Enter للإرسال · Shift+Enter لسطر جديد · Esc للإيقاف</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>اكتب رسالة أولًا.</translation>
    </message>
    <message>
        <source>Pasted text · {count} characters</source>
        <translation>نص ملصق · {count} من المحارف</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>إزالة هذا النص</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} of {size} tokens of the context are in use.</source>
        <translation>‏{used} من {size} رمز في السياق مستخدمة.</translation>
    </message>
    <message>
        <source>It is full: click to make room.</source>
        <translation>امتلأ: انقر لتوفير مكان.</translation>
    </message>
    <message>
        <source>It is nearly full. Click to see what fills it.</source>
        <translation>يكاد يمتلئ. انقر لترى ما يملؤه.</translation>
    </message>
    <message>
        <source>This is how much of the conversation the model keeps in mind. Click to see what fills it.</source>
        <translation>هذا مقدار ما يستحضره النموذج من المحادثة. انقر لترى ما يملؤه.</translation>
    </message>
</context>
<context>
    <name>ContextPopover</name>
    <message>
        <source>Instructions</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>Conversation so far</source>
        <translation>المحادثة حتى الآن</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>هذه الرسالة</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>{used} of {size} tokens</source>
        <translation>‏{used} من {size} رمز</translation>
    </message>
    <message>
        <source>Make room…</source>
        <translation>توفير مكان…</translation>
    </message>
    <message>
        <source>A larger window, or less of the conversation</source>
        <translation>نافذة أكبر، أو قدر أقل من المحادثة</translation>
    </message>
    <message>
        <source>What the model keeps in mind while it answers.</source>
        <translation>ما يستحضره النموذج وهو يجيب.</translation>
    </message>
    <message>
        <source>Nearly full. Soon the oldest turns will have to go, or the window has to grow.</source>
        <translation>يكاد يمتلئ. قريبًا ستُترك أقدم الأدوار أو تكبر النافذة.</translation>
    </message>
    <message>
        <source>Full. Make room before you go on.</source>
        <translation>امتلأ. وفّر مكانًا قبل أن تتابع.</translation>
    </message>
    <message>
        <source>The last answer reused {reused} tokens; {new} were new.</source>
        <translation>أعادت الإجابة الأخيرة استخدام {reused} من الرموز؛ و{new} جديدة.</translation>
    </message>
</context>
<context>
    <name>ContextQuestion</name>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Summarising the oldest part…</source>
        <translation>يُلخَّص أقدم جزء…</translation>
    </message>
    <message>
        <source>You can go on reading. An answer that you ask for now goes first.</source>
        <translation>يمكنك متابعة القراءة. والإجابة التي تطلبها الآن تسبق.</translation>
    </message>
    <message>
        <source>Part {done} of {total}</source>
        <translation>الجزء {done} من {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Write no summary</source>
        <translation>دون كتابة ملخص</translation>
    </message>
    <message>
        <source>The summary could not be written. Try it again, or choose something else.</source>
        <translation>تعذّرت كتابة الملخص. حاول من جديد أو اختر شيئًا آخر.</translation>
    </message>
    <message>
        <source>What should happen to the oldest part? Nothing of it is deleted: it stays here to read.</source>
        <translation>ماذا يُفعل بأقدم جزء؟ لا يُحذف منه شيء: يبقى هنا للقراءة.</translation>
    </message>
    <message>
        <source>Summarise it</source>
        <translation>تلخيصه</translation>
    </message>
    <message>
        <source>The model writes a summary and goes on from it. You can change it.</source>
        <translation>يكتب النموذج ملخصًا ويتابع منه. ويمكنك تعديله.</translation>
    </message>
    <message>
        <source>you can change the summary</source>
        <translation>يمكنك تعديل الملخص</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>تركه</translation>
    </message>
    <message>
        <source>The model no longer sees the oldest turns. A line shows from where on.</source>
        <translation>لا يعود النموذج يرى أقدم الأدوار. ويبيّن خطٌّ من أين.</translation>
    </message>
    <message>
        <source>a line shows where</source>
        <translation>خطٌّ يبيّن الموضع</translation>
    </message>
    <message>
        <source>Make room in the model&apos;s {size} tokens</source>
        <translation>توفير مكان في رموز النموذج ({size})</translation>
    </message>
    <message>
        <source>The model&apos;s {size} tokens are full</source>
        <translation>امتلأت رموز النموذج ({size})</translation>
    </message>
    <message>
        <source>The conversation no longer fits into the model&apos;s {size} tokens.</source>
        <translation>لم تعد المحادثة تتسع في رموز النموذج ({size}).</translation>
    </message>
    <message>
        <source>A window of {size} tokens</source>
        <translation>نافذة من {size} رمز</translation>
    </message>
    <message>
        <source>Loads the model again</source>
        <translation>يحمّل النموذج من جديد</translation>
    </message>
    <message>
        <source>{memory} more memory</source>
        <translation>ذاكرة إضافية {memory}</translation>
    </message>
    <message>
        <source>+{memory}, may be slow</source>
        <translation>+{memory}، قد يكون بطيئًا</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>اسم المجلد</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>عنوان المحادثة</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>حُذفت «{title}».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were deleted.</source>
        <translation>
            <numerusform>لم تُحذف أي محادثة.</numerusform>
            <numerusform>حُذفت محادثة واحدة.</numerusform>
            <numerusform>حُذفت محادثتان.</numerusform>
            <numerusform>حُذفت %Ln محادثات.</numerusform>
            <numerusform>حُذفت %Ln محادثة.</numerusform>
            <numerusform>حُذفت %Ln محادثة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were archived.</source>
        <translation>
            <numerusform>لم تُؤرشف أي محادثة.</numerusform>
            <numerusform>أُرشفت محادثة واحدة.</numerusform>
            <numerusform>أُرشفت محادثتان.</numerusform>
            <numerusform>أُرشفت %Ln محادثات.</numerusform>
            <numerusform>أُرشفت %Ln محادثة.</numerusform>
            <numerusform>أُرشفت %Ln محادثة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are back in the list.</source>
        <translation>
            <numerusform>لم تعد أي محادثة إلى القائمة.</numerusform>
            <numerusform>عادت محادثة واحدة إلى القائمة.</numerusform>
            <numerusform>عادت محادثتان إلى القائمة.</numerusform>
            <numerusform>عادت %Ln محادثات إلى القائمة.</numerusform>
            <numerusform>عادت %Ln محادثة إلى القائمة.</numerusform>
            <numerusform>عادت %Ln محادثة إلى القائمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “{name}” was deleted. What was in it is kept.</source>
        <translation>حُذف المجلد «{name}». وبقي ما كان فيه.</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>تعذّر حفظ هذا التغيير: سيختفي عند تشغيل Parley من جديد.</translation>
    </message>
</context>
<context>
    <name>ConversationMenus</name>
    <message>
        <source>Move to a folder</source>
        <translation>نقل إلى مجلد</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>إخراج من الأرشيف</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln conversation(s)</source>
        <translation>
            <numerusform>عدم حذف أي محادثة</numerusform>
            <numerusform>حذف محادثة واحدة</numerusform>
            <numerusform>حذف محادثتين</numerusform>
            <numerusform>حذف %Ln محادثات</numerusform>
            <numerusform>حذف %Ln محادثة</numerusform>
            <numerusform>حذف %Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Delete the folder, keep its conversations</source>
        <translation>حذف المجلد وإبقاء محادثاته</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>إخراج من المجلد</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>تثبيت في الأعلى</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>This conversation</source>
        <translation>هذه المحادثة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>إعداد محفوظ</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>التعليمات</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>تعليمات للنموذج</translation>
    </message>
    <message>
        <source>What the model should always keep in mind. For example: “Answer briefly, in plain words.”</source>
        <translation>ما ينبغي للنموذج أن يتذكره دائمًا. مثلًا: «أجب بإيجاز وبكلمات بسيطة.»</translation>
    </message>
    <message>
        <source>Expert values</source>
        <translation>قيم للخبراء</translation>
    </message>
    <message>
        <source>How the next word is drawn</source>
        <translation>كيف تُختار الكلمة التالية</translation>
    </message>
    <message>
        <source>Reset everything here</source>
        <translation>إعادة كل شيء هنا</translation>
    </message>
    <message>
        <source>No instructions, whichever model, recommended values</source>
        <translation>بلا تعليمات، أي نموذج، القيم الموصى بها</translation>
    </message>
    <message>
        <source>Whichever is loaded</source>
        <translation>أيّ نموذج محمَّل</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>{title}, pinned</source>
        <translation>‏{title}، مثبّتة</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>لا محادثات</numerusform>
            <numerusform>محادثة واحدة</numerusform>
            <numerusform>محادثتان</numerusform>
            <numerusform>‏%Ln محادثات</numerusform>
            <numerusform>‏%Ln محادثة</numerusform>
            <numerusform>‏%Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {name}, {held}, {state}</source>
        <translation>المجلد {name}، {held}، {state}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>المثبّتة</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>الأسبوع الماضي</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>أقدم</translation>
    </message>
</context>
<context>
    <name>ConversationSide</name>
    <message>
        <source>Answer: {text}</source>
        <translation>الإجابة: {text}</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>حاول من جديد الآن.</numerusform>
            <numerusform>حاول من جديد بعد دقيقة.</numerusform>
            <numerusform>حاول من جديد بعد دقيقتين.</numerusform>
            <numerusform>حاول من جديد بعد %Ln دقائق.</numerusform>
            <numerusform>حاول من جديد بعد %Ln دقيقة.</numerusform>
            <numerusform>حاول من جديد بعد %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>لا رموز</numerusform>
            <numerusform>رمز واحد</numerusform>
            <numerusform>رمزان</numerusform>
            <numerusform>‏%Ln رموز</numerusform>
            <numerusform>‏%Ln رمزًا</numerusform>
            <numerusform>‏%Ln رمز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were saved.</source>
        <translation>
            <numerusform>لم تُحفظ أي محادثة.</numerusform>
            <numerusform>حُفظت محادثة واحدة.</numerusform>
            <numerusform>حُفظت محادثتان.</numerusform>
            <numerusform>حُفظت %Ln محادثات.</numerusform>
            <numerusform>حُفظت %Ln محادثة.</numerusform>
            <numerusform>حُفظت %Ln محادثة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln message(s) could not be read any more.</source>
        <translation>
            <numerusform>قُرئت كل الرسائل.</numerusform>
            <numerusform>تعذّرت قراءة رسالة واحدة على الأكثر.</numerusform>
            <numerusform>تعذّرت قراءة رسالتين على الأكثر.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسائل على الأكثر.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسالة على الأكثر.</numerusform>
            <numerusform>تعذّرت قراءة %Ln رسالة على الأكثر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) come from a copy.</source>
        <translation>
            <numerusform>لا رسائل من نسخة.</numerusform>
            <numerusform>رسالة واحدة من نسخة.</numerusform>
            <numerusform>رسالتان من نسخة.</numerusform>
            <numerusform>‏%Ln رسائل من نسخة.</numerusform>
            <numerusform>‏%Ln رسالة من نسخة.</numerusform>
            <numerusform>‏%Ln رسالة من نسخة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) lost their title.</source>
        <translation>
            <numerusform>لم تفقد أي محادثة عنوانها.</numerusform>
            <numerusform>فقدت محادثة واحدة عنوانها.</numerusform>
            <numerusform>فقدت محادثتان عنوانيهما.</numerusform>
            <numerusform>فقدت %Ln محادثات عناوينها.</numerusform>
            <numerusform>فقدت %Ln محادثة عناوينها.</numerusform>
            <numerusform>فقدت %Ln محادثة عناوينها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CutDivider</name>
    <message>
        <source>This is what the model knows of what is above. Ctrl+Enter saves.</source>
        <translation>هذا ما يعرفه النموذج عما في الأعلى. Ctrl+Enter للحفظ.</translation>
    </message>
    <message>
        <source>The model knows what is above from its summary</source>
        <translation>يعرف النموذج ما في الأعلى من ملخصه</translation>
    </message>
    <message>
        <source>The model no longer sees what is above</source>
        <translation>لم يعد النموذج يرى ما في الأعلى</translation>
    </message>
    <message>
        <source>Let the model see everything again</source>
        <translation>دع النموذج يرى كل شيء من جديد</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Change the summary</source>
        <translation>تعديل الملخص</translation>
    </message>
    <message>
        <source>Write a summary</source>
        <translation>كتابة ملخص</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The translation was copied.</source>
        <translation>نُسخت الترجمة.</translation>
    </message>
    <message>
        <source>The translation could not be saved: {reason}</source>
        <translation>تعذّر حفظ الترجمة: {reason}</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>حُفظ باسم «{name}».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>لا جمل</numerusform>
            <numerusform>جملة واحدة</numerusform>
            <numerusform>جملتان</numerusform>
            <numerusform>‏%Ln جمل</numerusform>
            <numerusform>‏%Ln جملة</numerusform>
            <numerusform>‏%Ln جملة</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {done} translated</source>
        <translation>‏{sentences} · تُرجم {done}</translation>
    </message>
    <message numerus="yes">
        <source>{sentences} · look at %Ln of them</source>
        <translation>
            <numerusform>‏{sentences} · لا شيء للمراجعة</numerusform>
            <numerusform>‏{sentences} · راجع واحدة منها</numerusform>
            <numerusform>‏{sentences} · راجع اثنتين منها</numerusform>
            <numerusform>‏{sentences} · راجع %Ln منها</numerusform>
            <numerusform>‏{sentences} · راجع %Ln منها</numerusform>
            <numerusform>‏{sentences} · راجع %Ln منها</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {letters} characters</source>
        <translation>‏{sentences} · {letters} من المحارف</translation>
    </message>
    <message>
        <source>Type or paste a text.</source>
        <translation>اكتب نصًا أو الصقه.</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>النص المراد ترجمته</translation>
    </message>
    <message>
        <source>The translation appears here.</source>
        <translation>تظهر الترجمة هنا.</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Remove the text</source>
        <translation>إزالة النص</translation>
    </message>
    <message>
        <source>The text was cut at {most} characters. Longer ones are translated as a document.</source>
        <translation>قُطع النص عند {most} من المحارف. تُترجم النصوص الأطول كمستند.</translation>
    </message>
    <message>
        <source>Translation ({language}).txt</source>
        <translation>ترجمة ({language}).txt</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>حفظ الترجمة</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>What happened</source>
        <translation>ماذا حدث</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>التفاصيل التقنية</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>DocumentChip</name>
    <message>
        <source>Remove “{name}”</source>
        <translation>إزالة «{name}»</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>“{name}” was removed from the list.</source>
        <translation>أُزيل «{name}» من القائمة.</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of the document</source>
        <translation>نص المستند</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>The model is given this summary:</source>
        <translation>يُعطى النموذج هذا الملخص:</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message>
        <source>Put into the message</source>
        <translation>وضعه في الرسالة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>تغيّر المستند منذ قراءته.</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>لم يعد المستند في مكانه. وهو لازم لحفظ الترجمة.</translation>
    </message>
    <message>
        <source>Cannot be translated</source>
        <translation>تتعذّر ترجمته</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>إيقاف {name} مؤقتًا</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>متابعة {name}</translation>
    </message>
    <message>
        <source>Save the translation of {name}…</source>
        <translation>حفظ ترجمة {name}…</translation>
    </message>
    <message>
        <source>Choose the columns of {name}…</source>
        <translation>اختيار أعمدة {name}…</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>اختيار الأعمدة…</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>قراءة من جديد</translation>
    </message>
    <message>
        <source>What stayed the same keeps its translation.</source>
        <translation>ما لم يتغيّر يحتفظ بترجمته.</translation>
    </message>
    <message>
        <source>Show “{name}” in its folder</source>
        <translation>إظهار «{name}» في مجلده</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>إزالة {name} من هذه القائمة</translation>
    </message>
</context>
<context>
    <name>DocumentTranslation</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>تغيّر المستند منذ قراءته.</translation>
    </message>
    <message>
        <source>Read it again: what stayed the same keeps its translation.</source>
        <translation>اقرأه من جديد: ما لم يتغيّر يحتفظ بترجمته.</translation>
    </message>
    <message>
        <source>This is the document itself.</source>
        <translation>هذا هو المستند نفسه.</translation>
    </message>
    <message>
        <source>Choose another name for the translation.</source>
        <translation>اختر اسمًا آخر للترجمة.</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Reading the document…</source>
        <translation>تجري قراءة المستند…</translation>
    </message>
    <message>
        <source>Say which columns are to be translated.</source>
        <translation>حدّد الأعمدة المراد ترجمتها.</translation>
    </message>
    <message>
        <source>{percent} · waits for its turn</source>
        <translation>{percent} · ينتظر دوره</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>{percent} · متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>{percent} · توقّف. يُحتفظ بما أُنجز.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%Ln مقاطع</numerusform>
            <numerusform>%Ln مقطعًا</numerusform>
            <numerusform>%Ln مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln passage(s)</source>
        <translation>
            <numerusform>‏{done} من %Ln مقطع</numerusform>
            <numerusform>‏{done} من مقطع واحد</numerusform>
            <numerusform>‏{done} من مقطعين</numerusform>
            <numerusform>‏{done} من %Ln مقاطع</numerusform>
            <numerusform>‏{done} من %Ln مقطعًا</numerusform>
            <numerusform>‏{done} من %Ln مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>look at %Ln passage(s)</source>
        <translation>
            <numerusform>لا مقاطع للنظر فيها</numerusform>
            <numerusform>انظر في مقطع واحد</numerusform>
            <numerusform>انظر في مقطعين</numerusform>
            <numerusform>انظر في %Ln مقاطع</numerusform>
            <numerusform>انظر في %Ln مقطعًا</numerusform>
            <numerusform>انظر في %Ln مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are still in the original language.</source>
        <translation>
            <numerusform>لا مقاطع باقية باللغة الأصلية.</numerusform>
            <numerusform>بقي مقطع واحد باللغة الأصلية.</numerusform>
            <numerusform>بقي مقطعان باللغة الأصلية.</numerusform>
            <numerusform>بقيت %Ln مقاطع باللغة الأصلية.</numerusform>
            <numerusform>بقي %Ln مقطعًا باللغة الأصلية.</numerusform>
            <numerusform>بقي %Ln مقطع باللغة الأصلية.</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} · the model is loading</source>
        <translation>{percent} · يجري تحميل النموذج</translation>
    </message>
    <message>
        <source>{percent} · waits for an answer in the chat</source>
        <translation>{percent} · ينتظر إجابة في المحادثة</translation>
    </message>
    <message>
        <source>Translated, not saved yet</source>
        <translation>تُرجم ولم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>تغيّرت منذ حفظها</translation>
    </message>
    <message>
        <source>Translated and saved</source>
        <translation>تُرجم وحُفظ</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>The file is not there any more.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that you may read it.</source>
        <translation>تعذّر فتح الملف. تأكد من أنك تملك إذن قراءته.</translation>
    </message>
    <message>
        <source>This is a folder or a device. Attach single files.</source>
        <translation>هذا مجلد أو جهاز. أرفق ملفات مفردة.</translation>
    </message>
    <message>
        <source>The file is larger than {size}. Attach the part of it that matters.</source>
        <translation>الملف أكبر من {size}. أرفق الجزء المهم منه.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>لا يوجد نص في هذا الملف.</translation>
    </message>
    <message>
        <source>This file holds data, not text.</source>
        <translation>يحتوي هذا الملف على بيانات لا نص.</translation>
    </message>
    <message>
        <source>Pictures cannot be read yet, only text.</source>
        <translation>لا يمكن قراءة الصور بعد، بل النصوص فقط.</translation>
    </message>
    <message>
        <source>This is an old Office file. Save it as .docx or PDF, then attach that.</source>
        <translation>هذا ملف Office قديم. احفظه بصيغة .docx أو PDF ثم أرفقه.</translation>
    </message>
    <message>
        <source>Files of this kind ({kind}) cannot be read. Save it as PDF, .docx or text, then attach that.</source>
        <translation>لا يمكن قراءة هذا النوع من الملفات ({kind}). احفظه بصيغة PDF أو .docx أو نصًا ثم أرفقه.</translation>
    </message>
    <message>
        <source>This file has a password. Save a copy without one, then attach that.</source>
        <translation>لهذا الملف كلمة مرور. احفظ نسخة دونها ثم أرفقها.</translation>
    </message>
    <message>
        <source>Its pages are pictures without text. Run text recognition (OCR) on it first.</source>
        <translation>صفحاته صور بلا نص. شغّل عليه التعرف على النصوص (OCR) أولًا.</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a document has.</source>
        <translation>يتوسع هذا الملف إلى أكثر بكثير مما في مستند.</translation>
    </message>
    <message>
        <source>Reading this file took too long, so it was stopped.</source>
        <translation>استغرقت قراءة هذا الملف وقتًا طويلًا فأُوقفت.</translation>
    </message>
    <message>
        <source>Reading this file took too much memory.</source>
        <translation>استهلكت قراءة هذا الملف ذاكرة كبيرة.</translation>
    </message>
    <message>
        <source>This file could not be read; it may be damaged.</source>
        <translation>تعذّرت قراءة هذا الملف؛ ربما يكون تالفًا.</translation>
    </message>
    <message>
        <source>This file is damaged. Open it in its own program and save it again.</source>
        <translation>هذا الملف تالف. افتحه في برنامجه واحفظه من جديد.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>“{name}”: documents of this kind cannot be translated.</source>
        <translation>«{name}»: تتعذّر ترجمة هذا النوع من المستندات.</translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation>مستندات ({endings})</translation>
    </message>
    <message>
        <source>Translate documents</source>
        <translation>ترجمة مستندات</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>حفظ الترجمة</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>حُفظت باسم «{name}».</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} من {total}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>ينتظر دوره</translation>
    </message>
    <message>
        <source>{percent} · tries again by itself in {seconds} s</source>
        <translation>‏{percent} · يحاول من جديد تلقائيًا بعد {seconds} ث</translation>
    </message>
    <message>
        <source>Checking that every byte is right…</source>
        <translation>يُتحقق من صحة كل بايت…</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>‏{percent} · متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Downloaded and verified</source>
        <translation>نُزّل وتُحقق منه</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>‏{percent} · أُوقف. وما وصل محفوظ.</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>إيقاف {name} مؤقتًا</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>متابعة {name}</translation>
    </message>
    <message>
        <source>Try {name} again</source>
        <translation>المحاولة من جديد: {name}</translation>
    </message>
    <message>
        <source>Show {name} in the library</source>
        <translation>إظهار {name} في المكتبة</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>إزالة {name} من هذه القائمة</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>إلغاء {name}</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Drag to change the order, or press Alt with the up and down arrow keys.</source>
        <translation>اسحب لتغيير الترتيب، أو اضغط Alt مع سهمي الأعلى والأسفل.</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>لا يُنزّل شيء الآن</translation>
    </message>
    <message>
        <source>Downloads go on by themselves after a break, even when Parley was closed in between.</source>
        <translation>تُستأنف التنزيلات تلقائيًا بعد الانقطاع، حتى لو أُغلق Parley في الأثناء.</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>اكتشاف النماذج</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop files here to attach them</source>
        <translation>أفلت الملفات هنا لإرفاقها</translation>
    </message>
    <message>
        <source>Exported conversations are imported</source>
        <translation>المحادثات المُصدَّرة تُستورد</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Use</source>
        <translation>استخدام</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Make smaller…</source>
        <translation>تصغير…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>your own file</source>
        <translation>ملفك الخاص</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>Parley uses it where it is and never deletes it.</source>
        <translation>يستخدمه Parley حيث هو ولا يحذفه أبدًا.</translation>
    </message>
    <message>
        <source>update available</source>
        <translation>يتوفر تحديث</translation>
    </message>
    <message>
        <source>Answer with this model from now on</source>
        <translation>الإجابة بهذا النموذج من الآن</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>استخدام {name}</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>المزيد لـ {name}</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>التنزيل من جديد…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>الفحص من جديد</translation>
    </message>
    <message>
        <source>Show the update…</source>
        <translation>إظهار التحديث…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>يُقرأ الملف…</translation>
    </message>
    <message>
        <source>Verifying… {percent}</source>
        <translation>جارٍ التحقق… {percent}</translation>
    </message>
    <message>
        <source>Making a smaller copy… {percent}</source>
        <translation>تُصنع نسخة أصغر… {percent}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete everything?</source>
        <translation>حذف كل شيء؟</translation>
    </message>
    <message>
        <source>All conversations and their copies, the keys, the settings, caches and technical notes are deleted from this computer, and Parley closes. Nothing can bring them back, not even the recovery code.</source>
        <translation>ستُحذف من هذا الحاسوب كل المحادثات ونسخها والمفاتيح والإعدادات والذاكرة المؤقتة والسجلات التقنية، ثم يُغلق Parley. لا شيء يعيدها، ولا حتى رمز الاسترداد.</translation>
    </message>
    <message>
        <source>Files that you exported stay where you saved them.</source>
        <translation>الملفات التي صدّرتها تبقى حيث حفظتها.</translation>
    </message>
    <message>
        <source>Also delete the models in Parley&apos;s own folder</source>
        <translation>حذف النماذج في مجلد Parley الخاص أيضًا</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>the word that is typed</comment>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Type “{word}” to go on:</source>
        <translation>اكتب «{word}» للمتابعة:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>حذف كل شيء</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>How the context is kept</source>
        <translation>كيف يُحفظ السياق</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Exact (f16)</source>
        <translation>دقيق (f16)</translation>
    </message>
    <message>
        <source>Half the memory (q8_0)</source>
        <translation>نصف الذاكرة (q8_0)</translation>
    </message>
    <message>
        <source>{part} of {all}</source>
        <translation>‏{part} من {all}</translation>
    </message>
    <message>
        <source>Layers whose experts stay on the CPU</source>
        <translation>الطبقات التي يبقى خبراؤها على المعالج</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>الخيوط</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>With what the model thought</source>
        <translation>مع ما فكّر فيه النموذج</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it.</source>
        <translation>الملف غير مشفّر: من يملكه يستطيع قراءته.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>تصدير هذه المحادثة</translation>
    </message>
    <message>
        <source>Export {number} conversations</source>
        <translation>تصدير المحادثات ({number})</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text for notes and editors</source>
        <translation>نص للملاحظات والمحررات</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything, with all versions; Parley can read it again</source>
        <translation>كل شيء بجميع النسخ؛ يستطيع Parley قراءته من جديد</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>صفحة ويب</translation>
    </message>
    <message>
        <source>For any browser; loads nothing from anywhere</source>
        <translation>لأي متصفح؛ لا تحمّل شيئًا من أي مكان</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>For printing and sending</source>
        <translation>للطباعة والإرسال</translation>
    </message>
    <message>
        <source>Parley conversations</source>
        <translation>محادثات Parley</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Everything was deleted</source>
        <translation>حُذف كل شيء</translation>
    </message>
    <message>
        <source>Not everything was deleted</source>
        <translation>لم يُحذف كل شيء</translation>
    </message>
    <message>
        <source>These could not be deleted:</source>
        <translation>تعذّر حذف ما يلي:</translation>
    </message>
    <message>
        <source>Parley closes now. At its next start it begins as on the first day.</source>
        <translation>يُغلق Parley الآن. ويبدأ في المرة القادمة كاليوم الأول.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in closed thoughts</source>
        <translation>
            <numerusform>لا شيء آخر في الأفكار المطوية</numerusform>
            <numerusform>واحد آخر في الأفكار المطوية</numerusform>
            <numerusform>اثنان آخران في الأفكار المطوية</numerusform>
            <numerusform>%Ln أخرى في الأفكار المطوية</numerusform>
            <numerusform>%Ln آخر في الأفكار المطوية</numerusform>
            <numerusform>%Ln آخر في الأفكار المطوية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>لم يُعثر على شيء</numerusform>
            <numerusform>عُثر على واحد</numerusform>
            <numerusform>عُثر على اثنين</numerusform>
            <numerusform>عُثر على %Ln</numerusform>
            <numerusform>عُثر على %Ln</numerusform>
            <numerusform>عُثر على %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Parley is ready, with a tiny starter model</source>
        <translation>‏Parley جاهز، مع نموذج بداية صغير جدًا</translation>
    </message>
    <message>
        <source>Keep the starter model</source>
        <translation>إبقاء نموذج البداية</translation>
    </message>
    <message>
        <source>I have a file…</source>
        <translation>لديّ ملف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>It shows how everything works. A bigger model knows more and answers better.</source>
        <translation>يُظهر كيف يعمل كل شيء. والنموذج الأكبر يعرف أكثر ويجيب أفضل.</translation>
    </message>
    <message>
        <source>See which models suit this computer</source>
        <translation>عرض النماذج المناسبة لهذا الحاسوب</translation>
    </message>
    <message>
        <source>It shows how everything works. For this computer we recommend {name}, a download of {size}.</source>
        <translation>يُظهر كيف يعمل كل شيء. ولهذا الحاسوب نوصي بـ {name}، وتنزيله {size}.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>تنزيل {name}</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary: {source} → {target}</source>
        <translation>المسرد: {source} ← {target}</translation>
    </message>
    <message>
        <source>The model is asked to use these words, and each translation is checked for them.</source>
        <translation>يُطلب من النموذج استخدام هذه الكلمات، وتُفحص كل ترجمة بحثًا عنها.</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>إضافة كلمة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>“{name}” has no words of these two languages.</source>
        <translation>لا يحتوي «{name}» على كلمات من هاتين اللغتين.</translation>
    </message>
    <message>
        <source>“{name}” is no glossary in CSV or TBX.</source>
        <translation>‏«{name}» ليس مسردًا بصيغة CSV أو TBX.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) were added.</source>
        <translation>
            <numerusform>لم تُضف أي كلمة.</numerusform>
            <numerusform>أُضيفت كلمة واحدة.</numerusform>
            <numerusform>أُضيفت كلمتان.</numerusform>
            <numerusform>أُضيفت %Ln كلمات.</numerusform>
            <numerusform>أُضيفت %Ln كلمة.</numerusform>
            <numerusform>أُضيفت %Ln كلمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>حُفظ باسم «{name}».</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>كلمات المسرد</translation>
    </message>
    <message>
        <source>Choose the language of the text first.</source>
        <translation>اختر لغة النص أولًا.</translation>
    </message>
    <message>
        <source>That did not work: {reason}</source>
        <translation>لم ينجح ذلك: {reason}</translation>
    </message>
    <message>
        <source>Glossaries (*.csv *.tbx *.tsv *.xml)</source>
        <translation>المسارد (*.csv *.tbx *.tsv *.xml)</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>استيراد مسرد</translation>
    </message>
    <message>
        <source>CSV (*.csv);;TBX (*.tbx)</source>
        <translation>CSV (*.csv);;TBX (*.tbx)</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>تصدير المسرد</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>What would you like to know?</source>
        <translation>ماذا تودّ أن تعرف؟</translation>
    </message>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>اسأل ما تشاء. كل شيء يبقى على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Translate the following text from English into German. Output only the translation.</source>
        <translation>Translate the following text from English into Arabic. Output only the translation.</translation>
    </message>
    <message>
        <source>What is 347 + 268 + 119?</source>
        <translation>ما حاصل 347 + 268 + 119؟</translation>
    </message>
    <message>
        <source>Write hello world in Python.</source>
        <translation>اكتب hello world بلغة Python.</translation>
    </message>
    <message>
        <source>Show me a table.</source>
        <translation>أرني جدولًا.</translation>
    </message>
    <message>
        <source>Translate “Good morning” into German.</source>
        <translation>ترجم «Good morning» إلى العربية.</translation>
    </message>
    <message>
        <source>An example to try</source>
        <translation>مثال للتجربة</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Search translations</source>
        <translation>البحث في الترجمات</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>ذات النجمة فقط</translation>
    </message>
    <message>
        <source>Keep what I translate</source>
        <translation>الاحتفاظ بما أترجمه</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations.</source>
        <translation>مشفّرة على هذا الحاسوب مثل محادثاتك.</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>إزالة الكل…</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>إزالة النجمة</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>وضع نجمة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>Nothing is kept, because you do not want it.</source>
        <translation>لا يُحتفظ بشيء، لأنك لا تريد ذلك.</translation>
    </message>
    <message>
        <source>What you translate is listed here, encrypted on this computer.</source>
        <translation>ما تترجمه يُدرج هنا مشفّرًا على هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>with a star</source>
        <translation>بنجمة</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import finished</source>
        <translation>اكتمل الاستيراد</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>لم يُستورد شيء</translation>
    </message>
    <message>
        <source>Show the first one</source>
        <translation>إظهار الأولى</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln رسالة</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%Ln رسائل</numerusform>
            <numerusform>%Ln رسالة</numerusform>
            <numerusform>%Ln رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with {messages} are in the list now.</source>
        <translation>
            <numerusform>في القائمة الآن %Ln محادثة ({messages}).</numerusform>
            <numerusform>في القائمة الآن محادثة واحدة ({messages}).</numerusform>
            <numerusform>في القائمة الآن محادثتان ({messages}).</numerusform>
            <numerusform>في القائمة الآن %Ln محادثات ({messages}).</numerusform>
            <numerusform>في القائمة الآن %Ln محادثة ({messages}).</numerusform>
            <numerusform>في القائمة الآن %Ln محادثة ({messages}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were here in another version; both are kept.</source>
        <translation>
            <numerusform>لم تكن أي منها هنا بنسخة أخرى.</numerusform>
            <numerusform>واحدة منها كانت هنا بنسخة أخرى؛ واحتُفظ بالاثنتين.</numerusform>
            <numerusform>اثنتان منها كانتا هنا بنسخة أخرى؛ واحتُفظ بالجميع.</numerusform>
            <numerusform>%Ln منها كانت هنا بنسخة أخرى؛ واحتُفظ بالجميع.</numerusform>
            <numerusform>%Ln منها كانت هنا بنسخة أخرى؛ واحتُفظ بالجميع.</numerusform>
            <numerusform>%Ln منها كانت هنا بنسخة أخرى؛ واحتُفظ بالجميع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already and have gone on: what was new in them was added.</source>
        <translation>
            <numerusform>لم يستجدّ شيء فيما كان هنا.</numerusform>
            <numerusform>واحدة كانت هنا من قبل وتابعت: أُضيف ما استجدّ فيها.</numerusform>
            <numerusform>اثنتان كانتا هنا من قبل وتابعتا: أُضيف ما استجدّ فيهما.</numerusform>
            <numerusform>%Ln كانت هنا من قبل وتابعت: أُضيف ما استجدّ فيها.</numerusform>
            <numerusform>%Ln كانت هنا من قبل وتابعت: أُضيف ما استجدّ فيها.</numerusform>
            <numerusform>%Ln كانت هنا من قبل وتابعت: أُضيف ما استجدّ فيها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already, unchanged, and were left alone.</source>
        <translation>
            <numerusform>لم يكن شيء منها هنا من قبل.</numerusform>
            <numerusform>واحدة كانت هنا دون تغيير، فتُركت كما هي.</numerusform>
            <numerusform>اثنتان كانتا هنا دون تغيير، فتُركتا كما هما.</numerusform>
            <numerusform>%Ln كانت هنا دون تغيير، فتُركت كما هي.</numerusform>
            <numerusform>%Ln كانت هنا دون تغيير، فتُركت كما هي.</numerusform>
            <numerusform>%Ln كانت هنا دون تغيير، فتُركت كما هي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken over:</source>
        <translation>
            <numerusform>لم يتعذّر استيراد شيء:</numerusform>
            <numerusform>واحدة تعذّر استيرادها:</numerusform>
            <numerusform>اثنتان تعذّر استيرادهما:</numerusform>
            <numerusform>%Ln تعذّر استيرادها:</numerusform>
            <numerusform>%Ln تعذّر استيرادها:</numerusform>
            <numerusform>%Ln تعذّر استيرادها:</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it; what came in before is whole.</source>
        <translation>أوقفتَه؛ وما دخل قبل ذلك كامل.</translation>
    </message>
    <message>
        <source>“{name}” holds no conversations.</source>
        <translation>لا توجد محادثات في «{name}».</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>‏⁨{name}⁩: {reason}</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… و{number} أخرى</translation>
    </message>
    <message>
        <source>What could not be taken over</source>
        <translation>ما تعذّر استيراده</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest text</source>
        <translation>الانتقال إلى أحدث نص</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Swap the languages</source>
        <translation>تبديل اللغتين</translation>
    </message>
    <message>
        <source>Tone: {tone}</source>
        <translation>الأسلوب: {tone}</translation>
    </message>
    <message>
        <source>About: {domain}</source>
        <translation>الموضوع: {domain}</translation>
    </message>
    <message>
        <source>The model thinks before each sentence: slower, better with wordplay and hidden meanings.</source>
        <translation>يفكر النموذج قبل كل جملة: أبطأ، لكنه أفضل مع التلاعب بالألفاظ والمعاني الخفية.</translation>
    </message>
    <message>
        <source>This model cannot think.</source>
        <translation>هذا النموذج لا يستطيع التفكير.</translation>
    </message>
    <message>
        <source>Think harder</source>
        <translation>تفكير أعمق</translation>
    </message>
    <message>
        <source>What is the text about?</source>
        <translation>عمّ يتحدث النص؟</translation>
    </message>
    <message>
        <source>For example: a rental contract</source>
        <translation>مثلًا: عقد إيجار</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Detected: {language}</source>
        <translation>اكتُشفت: {language}</translation>
    </message>
    <message>
        <source>Detect language</source>
        <translation>اكتشاف اللغة</translation>
    </message>
    <message>
        <source>Translate from: {language}</source>
        <translation>الترجمة من: {language}</translation>
    </message>
    <message>
        <source>Translate into: {language}</source>
        <translation>الترجمة إلى: {language}</translation>
    </message>
</context>
<context>
    <name>LanguagePopup</name>
    <message>
        <source>English name, own name or code</source>
        <translation>اسم اللغة أو رمزها</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>البحث عن لغة</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>No language is called “{text}”.</source>
        <translation>لا توجد لغة باسم «{text}».</translation>
    </message>
</context>
<context>
    <name>LanguageRows</name>
    <message>
        <source>Lately</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>كل اللغات</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Add a model</source>
        <translation>إضافة نموذج</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>نماذج (*.gguf);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>{used} in models · {free} free on this disk</source>
        <translation>‏{used} للنماذج · {free} فارغ على هذا القرص</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>إضافة ملف…</translation>
    </message>
    <message>
        <source>Use a GGUF file that is on this computer already</source>
        <translation>استخدام ملف GGUF موجود على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Nothing in the library has these words.</source>
        <translation>لا شيء في المكتبة بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>اكتشاف النماذج</translation>
    </message>
    <message>
        <source>The starter model shows how everything works. Bigger ones know more and answer better.</source>
        <translation>يُظهر نموذج البداية كيف يعمل كل شيء. والأكبر يعرف أكثر ويجيب أفضل.</translation>
    </message>
    <message>
        <source>Room for a bigger model</source>
        <translation>مكان لنموذج أكبر</translation>
    </message>
    <message>
        <source>“{name}” was removed from the list. Its file stays where it is.</source>
        <translation>أُزيل «{name}» من القائمة. ويبقى ملفه في مكانه.</translation>
    </message>
    <message>
        <source>“{name}” was moved to the trash.</source>
        <translation>نُقل «{name}» إلى سلة المهملات.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open a link</source>
        <translation>فتح رابط</translation>
    </message>
    <message>
        <source>This link leaves Parley and opens in another program:</source>
        <translation>يغادر هذا الرابط Parley ويُفتح في برنامج آخر:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The last answer was copied.</source>
        <translation>نُسخت الإجابة الأخيرة.</translation>
    </message>
    <message>
        <source>{title} – Parley</source>
        <translation>{title} – Parley</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>نسخ الإجابة الأخيرة</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>استيراد محادثات…</translation>
    </message>
    <message>
        <source>Copies of the conversations…</source>
        <translation>نسخ المحادثات…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>تعذّر حفظ الإعدادات: {reason}</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Change this message</source>
        <translation>تعديل هذه الرسالة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>The message as it was stays as a version.</source>
        <translation>تبقى الرسالة كما كانت نسخةً.</translation>
    </message>
    <message>
        <source>The answer as it was stays as a version. Ctrl+Enter saves.</source>
        <translation>تبقى الإجابة كما كانت نسخةً. Ctrl+Enter للحفظ.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter model</source>
        <translation>نموذج البداية</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: {name}</source>
        <translation>النموذج: {name}</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>فتح نموذج</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>نماذج (*.gguf);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation>الحصول على نماذج أخرى…</translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation>فتح ملف GGUF…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>loading {percent} %</source>
        <translation>جارٍ التحميل {percent} %</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>تعذّر تحميله</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>نموذج البداية</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>لا نموذج محمّل</translation>
    </message>
    <message>
        <source>Choose one below. The starter model is always there.</source>
        <translation>اختر واحدًا في الأسفل. نموذج البداية موجود دائمًا.</translation>
    </message>
    <message>
        <source>Loading: {percent} %</source>
        <translation>جارٍ التحميل: {percent} %</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>تعذّر تحميل النموذج.</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>إلغاء التحميل</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>التحميل من جديد</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>إخراج من الذاكرة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة من جديد</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>تُفحص بطاقة الرسوم…</translation>
    </message>
    <message>
        <source>Check the graphics card again</source>
        <translation>فحص بطاقة الرسوم من جديد</translation>
    </message>
    <message>
        <source>Starter model (built in)</source>
        <translation>نموذج البداية (مدمج)</translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>{number} tokens</source>
        <translation>‏{number} رمز</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>نافذة السياق</translation>
    </message>
    <message>
        <source>Fitting this computer</source>
        <translation>بما يناسب هذا الحاسوب</translation>
    </message>
    <message>
        <source>How much of a conversation a model sees. For the next model that is loaded.</source>
        <translation>كم يرى النموذج من المحادثة. للنموذج التالي الذي يُحمّل.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>الخيوط</translation>
    </message>
    <message>
        <source>Processor cores that a model may use. For the next model that is loaded.</source>
        <translation>أنوية المعالج التي يجوز للنموذج استخدامها. للنموذج التالي الذي يُحمّل.</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>‏{size} على الأكثر</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Remember conversations on the disk</source>
        <translation>تذكّر المحادثات على القرص</translation>
    </message>
    <message>
        <source>What a model has read of long conversations, encrypted, so that it need not read them again after a start.</source>
        <translation>ما قرأه النموذج من المحادثات الطويلة، مشفّرًا، كي لا يقرأها من جديد بعد التشغيل.</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU + CPU</source>
        <translation>GPU + CPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>{tokens} tokens of context</source>
        <translation>سياق من {tokens} رمز</translation>
    </message>
    <message>
        <source>{count} billion parameters</source>
        <translation>‏{count} مليار معامل</translation>
    </message>
    <message>
        <source>{count} million parameters</source>
        <translation>‏{count} مليون معامل</translation>
    </message>
    <message>
        <source>Can think before it answers</source>
        <translation>يستطيع التفكير قبل أن يجيب</translation>
    </message>
    <message>
        <source>Always thinks before it answers</source>
        <translation>يفكر دائمًا قبل أن يجيب</translation>
    </message>
    <message>
        <source>Answers without thinking</source>
        <translation>يجيب دون تفكير</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Thinking: switch and budget</source>
        <translation>التفكير: مفتاح وميزانية</translation>
    </message>
    <message>
        <source>Thinking: always, with a budget</source>
        <translation>التفكير: دائمًا، بميزانية</translation>
    </message>
    <message>
        <source>Thinking: effort levels</source>
        <translation>التفكير: درجات الجهد</translation>
    </message>
    <message>
        <source>No thinking</source>
        <translation>بلا تفكير</translation>
    </message>
    <message>
        <source>Mixture of experts</source>
        <translation>مزيج خبراء</translation>
    </message>
    <message>
        <source>up to {size} context</source>
        <translation>سياق حتى {size}</translation>
    </message>
    <message>
        <source>{number} B parameters</source>
        <translation>‏{number} مليار معامل</translation>
    </message>
    <message>
        <source>{number} M parameters</source>
        <translation>‏{number} مليون معامل</translation>
    </message>
    <message>
        <source>&lt; {number}</source>
        <translation>&lt; {number}</translation>
    </message>
    <message>
        <source>{number}k</source>
        <translation>{number} ألف</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>‏{number} رمز/ث</translation>
    </message>
    <message>
        <source>~ {number}</source>
        <translation>~ {number}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>‏{size}/ث</translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation>بقي {number} ث</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>بقي {number} د</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>بقي {hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>لم يُستخدم قط</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>استُخدم اليوم</translation>
    </message>
    <message>
        <source>used yesterday</source>
        <translation>استُخدم أمس</translation>
    </message>
    <message>
        <source>used on {day}</source>
        <translation>استُخدم في {day}</translation>
    </message>
    <message>
        <source>{number}M</source>
        <translation>{number} مليون</translation>
    </message>
    <message>
        <source>{number} downloads</source>
        <translation>التنزيلات: {number}</translation>
    </message>
    <message>
        <source>{number} likes</source>
        <translation>الإعجابات: {number}</translation>
    </message>
    <message>
        <source>updated {date}</source>
        <translation>حُدّث {date}</translation>
    </message>
    <message>
        <source>needs your agreement on its page</source>
        <translation>يتطلب موافقتك على صفحته</translation>
    </message>
</context>
<context>
    <name>ModelsBar</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>إظهار الشريط الجانبي أو إخفاؤه</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>اكتشاف</translation>
    </message>
    <message>
        <source>Downloads · {count}</source>
        <translation>التنزيلات · {count}</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>التنزيلات</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Search Hugging Face and ModelScope</source>
        <translation>البحث عن نماذج على الشبكة</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the models</source>
        <translation>العودة إلى النماذج</translation>
    </message>
    <message>
        <source>Where it will live: {summary}</source>
        <translation>أين سيعمل: {summary}</translation>
    </message>
    <message>
        <source>Added to the downloads. You can go on chatting meanwhile.</source>
        <translation>أُضيف إلى التنزيلات. يمكنك متابعة المحادثة في الأثناء.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>Something went wrong in Parley while it used the network.</source>
        <translation>حدث خطأ في Parley أثناء استخدام الشبكة.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>اضغط «إعادة المحاولة». وإن تكرر فأبلغ عنه.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s connection to the internet.</source>
        <translation>تحقق من اتصال هذا الحاسوب بالإنترنت.</translation>
    </message>
    <message>
        <source>{hub} cannot be reached.</source>
        <translation>تعذّر الوصول إلى {hub}.</translation>
    </message>
    <message>
        <source>The address of {hub} was not found.</source>
        <translation>لم يُعثر على عنوان {hub}.</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and the address of the mirror if one is set.</source>
        <translation>تحقق من الاتصال بالإنترنت، ومن عنوان المرآة إن كان محددًا.</translation>
    </message>
    <message>
        <source>{hub} does not answer.</source>
        <translation>لا يجيب {hub}.</translation>
    </message>
    <message>
        <source>The connection to {hub} is not safe: its certificate is not trusted here.</source>
        <translation>الاتصال بـ {hub} غير آمن: شهادته غير موثوقة هنا.</translation>
    </message>
    <message>
        <source>A company&apos;s network or a virus scanner may be in between; its certificate has to be installed in the system. Also check the computer&apos;s date.</source>
        <translation>ربما توجد شبكة شركة أو مضاد فيروسات في الطريق؛ ويجب تثبيت شهادته في النظام. وتحقق أيضًا من تاريخ الحاسوب.</translation>
    </message>
    <message>
        <source>The proxy server does not let the connection through.</source>
        <translation>لا يسمح الخادم الوكيل بمرور الاتصال.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>تحقق من الوكيل في الإعدادات.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>حاول لاحقًا.</translation>
    </message>
    <message>
        <source>{hub} has been asked too often and wants a pause.</source>
        <translation>كثرت الطلبات إلى {hub} فهو يريد استراحة.</translation>
    </message>
    <message>
        <source>{hub} has no such model, or it is private.</source>
        <translation>لا يوجد هذا النموذج لدى {hub}، أو هو خاص.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>تحقق من الاسم.</translation>
    </message>
    <message>
        <source>This model&apos;s owner wants its terms to be accepted first.</source>
        <translation>يريد مالك هذا النموذج قبول شروطه أولًا.</translation>
    </message>
    <message>
        <source>Open its page, sign in and accept the terms, then enter your access token in the settings.</source>
        <translation>افتح صفحته وسجّل الدخول واقبل الشروط، ثم أدخل رمز الوصول في الإعدادات.</translation>
    </message>
    <message>
        <source>{hub} asks for an access token, or refuses the one that is set.</source>
        <translation>يطلب {hub} رمز وصول، أو يرفض الرمز المحدد.</translation>
    </message>
    <message>
        <source>Enter a valid token in the settings.</source>
        <translation>أدخل رمزًا صالحًا في الإعدادات.</translation>
    </message>
    <message>
        <source>{hub} has a problem of its own.</source>
        <translation>لدى {hub} مشكلة خاصة به.</translation>
    </message>
    <message>
        <source>Press Retry. What is good so far is kept.</source>
        <translation>اضغط «إعادة المحاولة». وما صحّ حتى الآن محفوظ.</translation>
    </message>
    <message>
        <source>Choose another file of this model, or one from another owner.</source>
        <translation>اختر ملفًا آخر لهذا النموذج، أو من مالك آخر.</translation>
    </message>
    <message>
        <source>Something else came instead of {hub}&apos;s answer.</source>
        <translation>وصل شيء آخر بدل إجابة {hub}.</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, open it in a browser, then press Retry.</source>
        <translation>إن كانت لهذه الشبكة صفحة تسجيل دخول فافتحها في متصفح، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>The file was replaced on {hub} meanwhile.</source>
        <translation>استُبدل الملف لدى {hub} في الأثناء.</translation>
    </message>
    <message>
        <source>What arrived is not the file that {hub} announced, so it is not used.</source>
        <translation>ما وصل ليس الملف الذي أعلنه {hub}، لذلك لا يُستخدم.</translation>
    </message>
    <message>
        <source>The file has a name that Parley does not write to your disk.</source>
        <translation>للملف اسم لا يكتبه Parley على قرصك.</translation>
    </message>
    <message>
        <source>A part of this model is missing on {hub}.</source>
        <translation>جزء من هذا النموذج مفقود لدى {hub}.</translation>
    </message>
    <message>
        <source>This file is not a model that Parley can read.</source>
        <translation>هذا الملف ليس نموذجًا يستطيع Parley قراءته.</translation>
    </message>
    <message>
        <source>Choose another folder for models in the settings.</source>
        <translation>اختر مجلدًا آخر للنماذج في الإعدادات.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>لا يوجد مكان كافٍ على القرص.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} needed, {free} free.</source>
        <translation>لا يوجد مكان كافٍ على القرص: المطلوب {needed}، والفارغ {free}.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for models in the settings.</source>
        <translation>وفّر مكانًا، أو اختر مجلدًا آخر للنماذج في الإعدادات.</translation>
    </message>
    <message>
        <source>Parley may not write to the folder for models.</source>
        <translation>لا يجوز لـ Parley الكتابة في مجلد النماذج.</translation>
    </message>
    <message>
        <source>Another window of Parley is downloading this model.</source>
        <translation>نافذة أخرى من Parley تنزّل هذا النموذج.</translation>
    </message>
    <message>
        <source>Wait for it, or close it and press Retry.</source>
        <translation>انتظرها، أو أغلقها واضغط «إعادة المحاولة».</translation>
    </message>
</context>
<context>
    <name>NetworkSettings</name>
    <message>
        <source>Offline: search and download nothing</source>
        <translation>دون اتصال: لا بحث ولا تنزيل</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Another one is used from the next start on; what is in the old one stays there.</source>
        <translation>يُستخدم المجلد الآخر من التشغيل القادم؛ وما في القديم يبقى هناك.</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>مجلد النماذج</translation>
    </message>
    <message>
        <source>Parley&apos;s own</source>
        <translation>مجلد Parley الخاص</translation>
    </message>
    <message>
        <source>{hub} token</source>
        <translation>رمز وصول {hub}</translation>
    </message>
    <message>
        <source>{hub} mirror</source>
        <translation>مرآة {hub}</translation>
    </message>
    <message>
        <source>The hub&apos;s own address</source>
        <translation>عنوان الموقع نفسه</translation>
    </message>
    <message>
        <source>Its password is kept in the system&apos;s keyring.</source>
        <translation>تُحفظ كلمة مروره في حافظة مفاتيح النظام.</translation>
    </message>
    <message>
        <source>Its password is kept until Parley is closed: no keyring took it.</source>
        <translation>تبقى كلمة مروره حتى إغلاق Parley: لم تقبلها أي حافظة مفاتيح.</translation>
    </message>
    <message>
        <source>This is no token: it has spaces or letters that none has.</source>
        <translation>هذا ليس رمزًا: فيه فراغات أو حروف لا تكون في رمز.</translation>
    </message>
    <message>
        <source>Only needed for models whose owner asks for your agreement.</source>
        <translation>لا حاجة إليه إلا لنماذج يطلب مالكها موافقتك.</translation>
    </message>
    <message>
        <source>A token is kept in the system&apos;s keyring. Type another to replace it.</source>
        <translation>رمز محفوظ في حافظة مفاتيح النظام. اكتب غيره لاستبداله.</translation>
    </message>
    <message>
        <source>A token is kept until Parley is closed. Type another to replace it.</source>
        <translation>رمز محفوظ حتى يُغلق Parley. اكتب غيره لاستبداله.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Choose a model</source>
        <translation>اختيار نموذج</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>تعذّر تحميل النموذج.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة من جديد</translation>
    </message>
    <message>
        <source>No model is loaded: it is what translates.</source>
        <translation>لا نموذج محمّل: وهو الذي يترجم.</translation>
    </message>
    <message>
        <source>The model is loading. The translation begins by itself.</source>
        <translation>يُحمَّل النموذج. وتبدأ الترجمة تلقائيًا.</translation>
    </message>
    <message>
        <source>An answer is being written in the chat. The translation goes on right after it.</source>
        <translation>تُكتب إجابة في المحادثة. وتتابع الترجمة بعدها مباشرة.</translation>
    </message>
    <message>
        <source>This looks like {language}.</source>
        <translation>يبدو أن هذه {language}.</translation>
    </message>
    <message>
        <source>Translate from {language}</source>
        <translation>الترجمة من {language}</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>إظهار النماذج</translation>
    </message>
</context>
<context>
    <name>NoticeActions</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Think less</source>
        <translation>تفكير أقل</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>التحميل من جديد</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>~ {size}</source>
        <translation>~ {size}</translation>
    </message>
    <message>
        <source>Judged by its size; its own data are read before the download.</source>
        <translation>قُدّر من حجمه؛ وتُقرأ بياناته قبل التنزيل.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>جارٍ التنزيل…</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>في المكتبة</translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>On this computer, {size} context</source>
        <translation>على هذا الحاسوب، سياق {size}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>رمز/ث</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Small</source>
        <translation>صغير</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>متوازن</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>كبير</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>بلا خسارة</translation>
    </message>
    <message>
        <source>hardly any loss</source>
        <translation>خسارة تكاد لا تُذكر</translation>
    </message>
    <message>
        <source>slight loss</source>
        <translation>خسارة طفيفة</translation>
    </message>
    <message>
        <source>noticeable loss</source>
        <translation>خسارة ملحوظة</translation>
    </message>
    <message>
        <source>strong loss</source>
        <translation>خسارة كبيرة</translation>
    </message>
    <message>
        <source>{part} of {all} active</source>
        <translation>‏{part} من {all} نشطة</translation>
    </message>
    <message>
        <source>{number} languages</source>
        <translation>‏{number} لغة</translation>
    </message>
    <message>
        <source>{number}B</source>
        <translation>{number} مليار</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>الملفات: {number}</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Hide the thoughts</source>
        <translation>إخفاء الأفكار</translation>
    </message>
    <message>
        <source>Show all thoughts</source>
        <translation>إظهار كل الأفكار</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>حماية محادثاتك</translation>
    </message>
    <message>
        <source>Parley keeps your conversations encrypted. This system has no keyring that could hold the key, so it is made from a passphrase that Parley asks for at each start.</source>
        <translation>يحفظ Parley محادثاتك مشفّرة. ولا توجد في هذا النظام حافظة مفاتيح تحفظ المفتاح، لذلك يُصنع من عبارة مرور يسأل عنها Parley عند كل تشغيل.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>العبارة نفسها من جديد</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>حماية</translation>
    </message>
    <message>
        <source>At least {count} characters. Several words are easy to remember and hard to guess.</source>
        <translation>‏{count} محارف على الأقل. عدة كلمات يسهل تذكرها ويصعب تخمينها.</translation>
    </message>
    <message>
        <source>The two are different.</source>
        <translation>العبارتان مختلفتان.</translation>
    </message>
    <message>
        <source>Nobody can reset it, but you will get a recovery code.</source>
        <translation>لا أحد يستطيع إعادة تعيينها، لكنك ستحصل على رمز استرداد.</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>رسالتك</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>إظهار المزيد</translation>
    </message>
    <message>
        <source>Show more of this message</source>
        <translation>إظهار المزيد من هذه الرسالة</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>نسخ هذه الرسالة</translation>
    </message>
    <message>
        <source>Change this message and ask again</source>
        <translation>تعديل هذه الرسالة والسؤال من جديد</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Change and ask again</source>
        <translation>التعديل والسؤال من جديد</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>fits on the GPU</source>
        <translation>يتسع له GPU</translation>
    </message>
    <message>
        <source>GPU, experts on the CPU</source>
        <translation>‏GPU، والخبراء على CPU</translation>
    </message>
    <message>
        <source>GPU + CPU, {part}/{all} layers</source>
        <translation>‏GPU + CPU، {part}/{all} من الطبقات</translation>
    </message>
    <message>
        <source>runs on the CPU</source>
        <translation>يعمل على CPU</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>لا يتسع</translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>حتى {size}</translation>
    </message>
    <message>
        <source>Memory · {size}</source>
        <translation>الذاكرة · {size}</translation>
    </message>
    <message>
        <source>GPU · {name}, {size}</source>
        <translation>GPU · {name}، {size}</translation>
    </message>
    <message>
        <source>model {size}</source>
        <translation>النموذج {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>السياق {size}</translation>
    </message>
    <message>
        <source>working memory {size}</source>
        <translation>ذاكرة العمل {size}</translation>
    </message>
    <message>
        <source>other programs {size}</source>
        <translation>برامج أخرى {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>فارغ {size}</translation>
    </message>
    <message>
        <source>{size} too little</source>
        <translation>ينقص {size}</translation>
    </message>
    <message>
        <source>{name} with {size}</source>
        <translation>‏{name} مع {size}</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>‏{size} من الذاكرة</translation>
    </message>
</context>
<context>
    <name>PlacementPanel</name>
    <message>
        <source>choose a model</source>
        <translation>اختر نموذجًا</translation>
    </message>
    <message>
        <source>Where it will live</source>
        <translation>أين سيعمل</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>يُفحص هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Choose a model to see which memory it needs, before you download it.</source>
        <translation>اختر نموذجًا لترى الذاكرة التي يحتاجها قبل تنزيله.</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>تُفحص بطاقة الرسوم…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>الفحص من جديد</translation>
    </message>
    <message>
        <source>{name} with {size} context</source>
        <translation>‏{name} بسياق {size}</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>إعدادات الخبراء</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>العودة إلى التلقائي</translation>
    </message>
    <message>
        <source>Load again with this</source>
        <translation>التحميل من جديد بهذا</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>السياق</translation>
    </message>
    <message>
        <source>Context · automatic</source>
        <translation>السياق · تلقائي</translation>
    </message>
    <message>
        <source>all {number}</source>
        <translation>كل الطبقات ({number})</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>طبقات GPU</translation>
    </message>
    <message>
        <source>GPU layers · automatic</source>
        <translation>طبقات GPU · تلقائي</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>No preset</source>
        <translation>بلا إعداد محفوظ</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>لا إعدادات محفوظة بعد</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>إعداد محفوظ</translation>
    </message>
    <message>
        <source>Save, rename or delete presets</source>
        <translation>حفظ الإعدادات أو تسميتها أو حذفها</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>اسم الإعداد المحفوظ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation>حفظ هذه القيم إعدادًا…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة تسمية…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>The preset “{name}” was replaced.</source>
        <translation>استُبدل الإعداد «{name}».</translation>
    </message>
    <message>
        <source>“{name}” holds from the next answer on.</source>
        <translation>يسري «{name}» من الإجابة التالية.</translation>
    </message>
    <message>
        <source>The settings of this conversation are the usual ones again.</source>
        <translation>عادت إعدادات هذه المحادثة إلى المعتاد.</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>حُذف الإعداد «{name}».</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>تعذّر حفظ هذا التغيير: سيختفي عند تشغيل Parley من جديد.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Translated from: {language}</source>
        <translation>مترجم من: {language}</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>العودة إلى المستندات</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>‏Esc</translation>
    </message>
    <message>
        <source>Document and translation</source>
        <translation>المستند وترجمته</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>There is nothing left to look at.</source>
        <translation>لم يبقَ ما يحتاج إلى نظر.</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>تجري قراءة المستند…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Only marked · {count}</source>
        <translation>المُعلَّم فقط · {count}</translation>
    </message>
    <message>
        <source>Passages in which something may be wrong</source>
        <translation>مقاطع قد يكون فيها خطأ</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>قراءة من جديد</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>The document has changed since it was read. Read it again: what stayed the same keeps its translation.</source>
        <translation>تغيّر المستند منذ قراءته. اقرأه من جديد: ما لم يتغيّر يحتفظ بترجمته.</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>لم يعد المستند في مكانه. وهو لازم لحفظ الترجمة.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
</context>
<context>
    <name>PrivacySettings</name>
    <message>
        <source>Copies of the conversations</source>
        <translation>نسخ المحادثات</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>ما يمكن صنعه من جديد</translation>
    </message>
    <message>
        <source>Technical notes</source>
        <translation>السجلات التقنية</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>أين الأشياء</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>فتح المجلد: {name}</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>قفل الآن</translation>
    </message>
    <message>
        <source>Nothing is kept in this session.</source>
        <translation>لا يُحتفظ بشيء في هذه الجلسة.</translation>
    </message>
    <message>
        <source>Parley closes, forgets all that it has read, and comes back asking for your passphrase.</source>
        <translation>‏Parley يُغلق وينسى كل ما قرأه، ثم يعود طالبًا عبارة المرور.</translation>
    </message>
    <message>
        <source>The keyring of this computer opens your conversations: lock the computer to lock them.</source>
        <translation>حلقة مفاتيح هذا الحاسوب تفتح محادثاتك: اقفل الحاسوب لتقفلها.</translation>
    </message>
    <message>
        <source>Lock the conversations</source>
        <translation>قفل المحادثات</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Make a new recovery code…</source>
        <translation>صنع رمز استرداد جديد…</translation>
    </message>
    <message>
        <source>It opens your conversations when the key of this computer is lost. The one before then opens nothing.</source>
        <translation>يفتح محادثاتك عندما يضيع مفتاح هذا الحاسوب. والرمز السابق لا يفتح شيئًا بعدها.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>حذف كل شيء…</translation>
    </message>
    <message>
        <source>Conversations with their copies and keys, settings, caches and notes. Nothing brings them back.</source>
        <translation>المحادثات ونسخها ومفاتيحها والإعدادات والذاكرة المؤقتة والسجلات. لا شيء يعيدها.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>حذف كل شيء</translation>
    </message>
</context>
<context>
    <name>ProseBlock</name>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Image: {description}</source>
        <translation>صورة: {description}</translation>
    </message>
</context>
<context>
    <name>QuantizeDialog</name>
    <message>
        <source>Make a smaller copy</source>
        <translation>صنع نسخة أصغر</translation>
    </message>
    <message>
        <source>The copy needs less memory and answers faster, and loses a little quality. “{name}” stays.</source>
        <translation>تحتاج النسخة إلى ذاكرة أقل وتجيب أسرع وتفقد قليلًا من الجودة. ويبقى «{name}».</translation>
    </message>
    <message>
        <source>This file cannot be made smaller: only F32, F16, BF16 and Q8_0 files can.</source>
        <translation>لا يمكن تصغير هذا الملف: لا يصلح إلا F32 وF16 وBF16 وQ8_0.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for any of them.</source>
        <translation>لا يوجد مكان كافٍ على القرص لأي منها.</translation>
    </message>
    <message>
        <source>Free on this disk: {size}. It takes a few minutes and can be cancelled.</source>
        <translation>الفارغ على هذا القرص: {size}. يستغرق بضع دقائق ويمكن إلغاؤه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>صنع النسخة</translation>
    </message>
    <message>
        <source>about {size}, {percent} % smaller</source>
        <translation>نحو {size}، أصغر بـ {percent} %</translation>
    </message>
    <message>
        <source>{size}: no room</source>
        <translation>‏{size}: لا مكان</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>Now at place {place} of {count}</source>
        <translation>الآن في الموضع {place} من {count}</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Do not send this message</source>
        <translation>عدم إرسال هذه الرسالة</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <translation>التالي: {text}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>It waits until you are done, and is sent after the answer.</source>
        <translation>تنتظر حتى تفرغ، وتُرسل بعد الإجابة.</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>إضافة مستندات…</translation>
    </message>
    <message>
        <source>Translate whole documents</source>
        <translation>ترجمة مستندات كاملة</translation>
    </message>
    <message>
        <source>Word, text, Markdown, web pages, subtitles, tables and the files of localisers. Layout, timing, tags and placeholders stay as they are. Drop files here, or choose them.</source>
        <translation>مستندات Word ونصوص وMarkdown وصفحات ويب وترجمات أفلام وجداول وملفات التوطين. يبقى التنسيق والتوقيت والوسوم والعناصر النائبة كما هي. أفلت الملفات هنا أو اخترها.</translation>
    </message>
    <message>
        <source>Choose documents…</source>
        <translation>اختيار مستندات…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>إظهار النماذج</translation>
    </message>
    <message>
        <source>The history is off, so documents are forgotten when Parley is closed.</source>
        <translation>السجل متوقف، لذا تُنسى المستندات عند إغلاق Parley.</translation>
    </message>
    <message>
        <source>Documents go on behind whatever else you do here, and after Parley was closed.</source>
        <translation>تستمر المستندات خلف كل ما تفعله هنا، وبعد إغلاق Parley وفتحه أيضًا.</translation>
    </message>
</context>
<context>
    <name>ReasoningPane</name>
    <message>
        <source>Answer now</source>
        <translation>أجب الآن</translation>
    </message>
    <message>
        <source>Stop thinking and answer with what is there</source>
        <translation>أوقف التفكير وأجب بما لديك</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>فكّر أطول</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>المتابعة من هذه الأفكار والإجابة من جديد</translation>
    </message>
    <message>
        <source>The thoughts repeat themselves.</source>
        <translation>الأفكار تكرر نفسها.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>الأفكار</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>يفكر…</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>رمز الاسترداد الخاص بك</translation>
    </message>
    <message>
        <source>Your conversations are encrypted on this computer. If its key is ever lost, after a new installation of the system for example, this code is the only way to open them.</source>
        <translation>محادثاتك مشفّرة على هذا الحاسوب. وإن ضاع مفتاحها، بعد إعادة تثبيت النظام مثلًا، فهذا الرمز هو السبيل الوحيد لفتحها.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Keep it where others cannot see it. It is shown only now.</source>
        <translation>احفظه حيث لا يراه الآخرون. يُعرض الآن فقط.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>I have saved it</source>
        <translation>لقد حفظته</translation>
    </message>
    <message>
        <source>Copied. Paste it into a password manager or a note that only you can read.</source>
        <translation>تم النسخ. ألصقه في مدير كلمات مرور أو في ملاحظة لا يقرؤها سواك.</translation>
    </message>
    <message>
        <source>It could not be saved: {reason}</source>
        <translation>تعذّر الحفظ: {reason}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>حفظ في ملف…</translation>
    </message>
    <message>
        <source>Parley recovery code</source>
        <translation>رمز استرداد Parley</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>حفظ رمز الاسترداد</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Open its page…</source>
        <translation>فتح صفحته…</translation>
    </message>
    <message>
        <source>The owner asks for your agreement first: open the page, agree there, then put your access token into Parley&apos;s settings.</source>
        <translation>يطلب المالك موافقتك أولًا: افتح الصفحة ووافق هناك، ثم ضع رمز الوصول في إعدادات Parley.</translation>
    </message>
    <message>
        <source>Licence: {name}. What it allows stands on the model&apos;s page.</source>
        <translation>الرخصة: {name}. وما تسمح به مذكور في صفحة النموذج.</translation>
    </message>
    <message>
        <source>The owner names no licence. Ask before you build on it.</source>
        <translation>لم يذكر المالك رخصة. اسأل قبل أن تبني عليه.</translation>
    </message>
    <message>
        <source>Parley runs models in the GGUF format; look for a repository whose name says GGUF.</source>
        <translation>يشغّل Parley النماذج بصيغة GGUF؛ ابحث عن مستودع في اسمه GGUF.</translation>
    </message>
    <message>
        <source>No files for Parley here</source>
        <translation>لا ملفات لـ Parley هنا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة من جديد</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>تُفحص الملفات…</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Put this copy back?</source>
        <translation>استعادة هذه النسخة؟</translation>
    </message>
    <message>
        <source>Your conversations will be as they were on {date}. What was said since then is kept in a file beside them, but not shown any more.</source>
        <translation>ستعود محادثاتك كما كانت في {date}. وما قيل بعدها يُحفظ في ملف بجانبها، لكنه لا يُعرض.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>استعادة</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>in the thoughts</source>
        <translation>في الأفكار</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>مؤرشفة</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Search results</source>
        <translation>نتائج البحث</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>When it thinks</source>
        <translation>عندما يفكر</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>When it answers at once</source>
        <translation>عندما يجيب فورًا</translation>
    </message>
    <message>
        <source>What is not changed is what Qwen recommends for this.</source>
        <translation>ما لم يُغيَّر هو ما توصي به Qwen لهذا.</translation>
    </message>
    <message>
        <source>What is not changed is what usually suits such models.</source>
        <translation>ما لم يُغيَّر هو ما يناسب هذه النماذج عادةً.</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>العودة إلى الموصى به</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>درجة الحرارة</translation>
    </message>
    <message>
        <source>Low keeps to the likeliest words, high surprises.</source>
        <translation>المنخفضة تلتزم بأرجح الكلمات، والمرتفعة تفاجئ.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share are drawn.</source>
        <translation>لا يُختار إلا من أرجح الكلمات التي تبلغ معًا هذه الحصة.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest words are drawn.</source>
        <translation>لا يُختار إلا من هذا العدد من أرجح الكلمات.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Words less likely than this share of the likeliest are left out.</source>
        <translation>تُستبعد الكلمات الأقل احتمالًا من هذه الحصة من الأرجح.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>عقوبة الحضور</translation>
    </message>
    <message>
        <source>Makes words that were used already less likely. Helps when an answer goes round in circles.</source>
        <translation>تقلل احتمال الكلمات المستخدمة من قبل. تفيد عندما تدور الإجابة في حلقة.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>عقوبة التكرار</translation>
    </message>
    <message>
        <source>Makes repetitions less likely. 1 is off.</source>
        <translation>تقلل احتمال التكرار. 1 تعني إيقافها.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search all conversations</source>
        <translation>البحث في كل المحادثات</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>عُثر عليه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Thoughts too</source>
        <translation>في الأفكار أيضًا</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>الأخيرة</translation>
    </message>
    <message>
        <source>↑ ↓ choose  ·  Enter opens  ·  Esc closes</source>
        <translation>↑ ↓ اختيار  ·  Enter فتح  ·  Esc إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) can be found soon</source>
        <translation>
            <numerusform>كل الرسائل قابلة للبحث</numerusform>
            <numerusform>رسالة واحدة ستصبح قابلة للبحث قريبًا</numerusform>
            <numerusform>رسالتان ستصبحان قابلتين للبحث قريبًا</numerusform>
            <numerusform>‏%Ln رسائل ستصبح قابلة للبحث قريبًا</numerusform>
            <numerusform>‏%Ln رسالة ستصبح قابلة للبحث قريبًا</numerusform>
            <numerusform>‏%Ln رسالة ستصبح قابلة للبحث قريبًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>لم يُقل شيء بعد.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>لم ينجح البحث.</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”. Try fewer words, or a part of one.</source>
        <translation>لم يُعثر على شيء لـ «{text}». جرّب كلمات أقل أو جزءًا من كلمة.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Where to search</source>
        <translation>أين يُبحث</translation>
    </message>
    <message>
        <source>Back to the recommendations</source>
        <translation>العودة إلى التوصيات</translation>
    </message>
    <message>
        <source>Results: {number} and more</source>
        <translation>النتائج: {number} وأكثر</translation>
    </message>
    <message>
        <source>Results: {number}</source>
        <translation>النتائج: {number}</translation>
    </message>
    <message>
        <source>Searching {hub}…</source>
        <translation>يُبحث في {hub}…</translation>
    </message>
    <message>
        <source>Try fewer words, the owner&apos;s name, or the address of the model&apos;s page.</source>
        <translation>جرّب كلمات أقل، أو اسم المالك، أو عنوان صفحة النموذج.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>البحث عن نموذج</translation>
    </message>
    <message>
        <source>Parley is in offline mode, so nothing was asked. The models in your library work as ever.</source>
        <translation>‏Parley في وضع عدم الاتصال، فلم يُسأل أحد. والنماذج في مكتبتك تعمل كالمعتاد.</translation>
    </message>
    <message>
        <source>Show the library</source>
        <translation>إظهار المكتبة</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>أنت غير متصل</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>لم ينجح البحث.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة من جديد</translation>
    </message>
    <message>
        <source>Try {hub} instead</source>
        <translation>تجربة {hub} بدلًا منه</translation>
    </message>
</context>
<context>
    <name>SecondLook</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Back into {language}</source>
        <translation>الترجمة العكسية إلى {language}</translation>
    </message>
    <message>
        <source>Back into {language}, before the last change</source>
        <translation>الترجمة العكسية إلى {language}، قبل التغيير الأخير</translation>
    </message>
    <message>
        <source>Translating back…</source>
        <translation>جارٍ الترجمة العكسية…</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>جارٍ البحث عنه…</translation>
    </message>
    <message>
        <source>The model gave no answer.</source>
        <translation>لم يُجب النموذج.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation. Empty: another one every time.</source>
        <translation>الرقم نفسه يعطي الإجابة نفسها للمحادثة نفسها. فارغ: إجابة أخرى كل مرة.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>عشوائي</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>{number} selected</source>
        <translation>المحدد: {number}</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>نقل إلى مجلد</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>إخراج من الأرشيف</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>إلغاء التحديد</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>إرسال (Enter)</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>إيقاف الإجابة (Esc)</translation>
    </message>
</context>
<context>
    <name>SentDocuments</name>
    <message>
        <source>Attached files</source>
        <translation>الملفات المرفقة</translation>
    </message>
</context>
<context>
    <name>SentencePopup</name>
    <message>
        <source>Keep my wording</source>
        <translation>إبقاء صياغتي</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>صياغات أخرى</translation>
    </message>
    <message>
        <source>Looking for other wordings…</source>
        <translation>يُبحث عن صياغات أخرى…</translation>
    </message>
    <message>
        <source>The model knows no other wording.</source>
        <translation>لا يعرف النموذج صياغة أخرى.</translation>
    </message>
    <message>
        <source>Translation of this sentence</source>
        <translation>ترجمة هذه الجملة</translation>
    </message>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>ما معنى «{word}» هنا؟</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The model no longer sees the oldest messages.</source>
        <translation>لم يعد النموذج يرى أقدم الرسائل.</translation>
    </message>
    <message>
        <source>The model now sees a summary instead of the oldest messages.</source>
        <translation>يرى النموذج الآن ملخصًا بدل أقدم الرسائل.</translation>
    </message>
    <message>
        <source>Parley is offline, so nothing can be downloaded.</source>
        <translation>‏Parley غير متصل، فلا يمكن تنزيل شيء.</translation>
    </message>
    <message>
        <source>Download it again, or choose another file.</source>
        <translation>نزّله من جديد، أو اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>The file “{name}” is not there any more.</source>
        <translation>الملف «{name}» لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>ربما نُقل أو حُذف، أو أن قرصه غير موصول.</translation>
    </message>
    <message>
        <source>The file “{name}” cannot be read.</source>
        <translation>تعذّرت قراءة الملف «{name}».</translation>
    </message>
    <message>
        <source>Check that you may open it and that its disk is healthy.</source>
        <translation>تأكد من أنك تستطيع فتحه ومن سلامة قرصه.</translation>
    </message>
    <message>
        <source>“{name}” is not a model file: Parley opens models in the GGUF format.</source>
        <translation>‏«{name}» ليس ملف نموذج: يفتح Parley النماذج بصيغة GGUF.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .gguf.</source>
        <translation>اختر ملفًا ينتهي اسمه بـ .gguf.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: a part of the file is missing.</source>
        <translation>‏«{name}» تالف: جزء من الملف مفقود.</translation>
    </message>
    <message>
        <source>This model comes in several files, and “{name}” is missing.</source>
        <translation>يأتي هذا النموذج في عدة ملفات، و«{name}» مفقود.</translation>
    </message>
    <message>
        <source>Put all parts into one folder, then try again.</source>
        <translation>ضع كل الأجزاء في مجلد واحد، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or no model that this version of Parley knows.</source>
        <translation>‏«{name}» تالف، أو ليس نموذجًا يعرفه هذا الإصدار من Parley.</translation>
    </message>
    <message>
        <source>“{name}” is not what was downloaded: its checksum is wrong.</source>
        <translation>‏«{name}» ليس ما نُزّل: مجموعه الاختباري خاطئ.</translation>
    </message>
    <message>
        <source>Its disk may be failing. Download the file again.</source>
        <translation>ربما يتعطل قرصه. نزّل الملف من جديد.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>وفّر مكانًا على القرص، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “{name}”.</source>
        <translation>لا يمكن كتابة شيء في المجلد «{name}».</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>تحقق من أذوناته، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>“{name}” cannot be made smaller.</source>
        <translation>لا يمكن تصغير «{name}».</translation>
    </message>
    <message>
        <source>Only files of the types F32, F16, BF16 and Q8_0 can.</source>
        <translation>لا يصلح إلا ملفات الأنواع F32 وF16 وBF16 وQ8_0.</translation>
    </message>
    <message>
        <source>Something went wrong in Parley while it worked on “{name}”.</source>
        <translation>حدث خطأ في Parley أثناء العمل على «{name}».</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it.</source>
        <translation>حاول من جديد. وإن تكرر فأبلغ عنه.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, {available} are free.</source>
        <translation>لا يوجد مكان كافٍ على القرص: المطلوب {needed}، والفارغ {available}.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” crashed or was ended.</source>
        <translation>الجزء من Parley الذي يقرأ «{name}» انهار أو أُنهي.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” stopped by itself.</source>
        <translation>الجزء من Parley الذي يقرأ «{name}» توقف من نفسه.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” no longer answered.</source>
        <translation>الجزء من Parley الذي يقرأ «{name}» لم يعد يجيب.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” could not be started.</source>
        <translation>تعذّر تشغيل الجزء من Parley الذي يقرأ «{name}».</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” belongs to another version; install Parley again.</source>
        <translation>الجزء من Parley الذي يقرأ «{name}» من إصدار آخر؛ ثبّت Parley من جديد.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” did not stop when asked.</source>
        <translation>الجزء من Parley الذي يقرأ «{name}» لم يتوقف عندما طُلب منه.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or verify the file.</source>
        <translation>لم يتغير شيء. حاول من جديد، أو تحقق من الملف.</translation>
    </message>
    <message>
        <source>“{name}” is what was downloaded, to the last byte.</source>
        <translation>‏«{name}» هو ما نُزّل حتى آخر بايت.</translation>
    </message>
    <message>
        <source>“{name}” could be read to its end. There is no checksum to compare it with.</source>
        <translation>قُرئ «{name}» حتى نهايته. ولا مجموع اختباري لمقارنته به.</translation>
    </message>
    <message>
        <source>“{name}” is ready: {size}.</source>
        <translation>‏«{name}» جاهز: {size}.</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash. Nothing was deleted.</source>
        <translation>تعذّر نقل «{name}» إلى سلة المهملات. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>“{name}” could not be brought back. Look for it in the trash.</source>
        <translation>تعذّرت استعادة «{name}». ابحث عنه في سلة المهملات.</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>نموذج البداية</translation>
    </message>
    <message>
        <source>Parley tries the graphics driver again when it is next started.</source>
        <translation>يجرّب Parley مشغّل الرسوم من جديد في تشغيله القادم.</translation>
    </message>
    <message>
        <source>The graphics card works. Load the model again to use it.</source>
        <translation>بطاقة الرسوم تعمل. حمّل النموذج من جديد لاستخدامها.</translation>
    </message>
    <message>
        <source>A graphics driver on this computer crashes, so Parley runs models on the processor.</source>
        <translation>ينهار مشغّل رسوم على هذا الحاسوب، لذلك يشغّل Parley النماذج على المعالج.</translation>
    </message>
    <message>
        <source>The driver of “{name}” crashed when Parley tried it, so models run without it.</source>
        <translation>انهار مشغّل «{name}» عندما جرّبه Parley، لذلك تعمل النماذج دونه.</translation>
    </message>
    <message>
        <source>“{name}” did not answer in time when Parley tried it, so models run without it.</source>
        <translation>لم يجب «{name}» في الوقت المناسب عندما جرّبه Parley، لذلك تعمل النماذج دونه.</translation>
    </message>
    <message>
        <source>“{name}” made mistakes when Parley tried it, so models run without it.</source>
        <translation>أخطأ «{name}» عندما جرّبه Parley، لذلك تعمل النماذج دونه.</translation>
    </message>
    <message>
        <source>The whole model fits on the graphics card.</source>
        <translation>يتسع النموذج كله في بطاقة الرسوم.</translation>
    </message>
    <message>
        <source>Parley found no graphics card to use, so the processor does the work.</source>
        <translation>لم يجد Parley بطاقة رسوم صالحة، لذلك يعمل المعالج.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for all of it, so the rest runs on the processor.</source>
        <translation>ليس في بطاقة الرسوم ذاكرة فارغة تكفيه كله، لذلك يعمل الباقي على المعالج.</translation>
    </message>
    <message>
        <source>The model&apos;s experts are shared between graphics card and processor; everything else runs on the card.</source>
        <translation>خبراء النموذج موزعون بين بطاقة الرسوم والمعالج؛ وكل ما عداهم يعمل على البطاقة.</translation>
    </message>
    <message>
        <source>The context is compressed to make room; answers are as good as without.</source>
        <translation>ضُغط السياق لتوفير مكان؛ والإجابات بالجودة نفسها.</translation>
    </message>
    <message>
        <source>The context is shorter than usual, because memory is short.</source>
        <translation>السياق أقصر من المعتاد لأن الذاكرة قليلة.</translation>
    </message>
    <message>
        <source>The context is stretched beyond the {tokens} tokens that the model was trained with (YaRN); short conversations may be a little worse for it.</source>
        <translation>مُدّ السياق إلى ما بعد {tokens} رمز التي دُرّب عليها النموذج (YaRN)؛ وقد تسوء المحادثات القصيرة قليلًا.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose a shorter context.</source>
        <translation>لا توجد ذاكرة كافية. أغلق برامج أخرى، أو اختر سياقًا أقصر.</translation>
    </message>
    <message>
        <source>This is what worked the last time.</source>
        <translation>هذا ما نجح في المرة الماضية.</translation>
    </message>
    <message>
        <source>The engine stopped while it was writing. What it had written is kept.</source>
        <translation>توقف المحرك وهو يكتب. وما كتبه محفوظ.</translation>
    </message>
    <message>
        <source>It has been started again: press Retry, or write the next message.</source>
        <translation>شُغّل من جديد: اضغط «إعادة المحاولة»، أو اكتب الرسالة التالية.</translation>
    </message>
    <message>
        <source>This message could not be saved, so it was not answered.</source>
        <translation>تعذّر حفظ هذه الرسالة، لذلك لم تُجب.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then press Retry.</source>
        <translation>وفّر مكانًا على القرص أو تحقق من أذونات المجلد، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>The model could not be loaded, so there is no answer yet.</source>
        <translation>تعذّر تحميل النموذج، لذلك لا إجابة بعد.</translation>
    </message>
    <message>
        <source>The top of the window says why. Choose a model there, then press Retry.</source>
        <translation>أعلى النافذة يبيّن السبب. اختر نموذجًا هناك، ثم اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>Choose another model, or download the file again.</source>
        <translation>اختر نموذجًا آخر، أو نزّل الملف من جديد.</translation>
    </message>
    <message>
        <source>This version of Parley does not know the kind of model “{name}”.</source>
        <translation>لا يعرف هذا الإصدار من Parley نوع النموذج «{name}».</translation>
    </message>
    <message>
        <source>A newer version of Parley may; until then choose another model.</source>
        <translation>ربما يعرفه إصدار أحدث من Parley؛ وحتى ذلك اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>“{name}” has no chat template, so it is not made for conversations.</source>
        <translation>ليس لـ «{name}» قالب محادثة، فهو غير مُعدّ للمحادثات.</translation>
    </message>
    <message>
        <source>Choose a model whose name says “Instruct” or “Chat”.</source>
        <translation>اختر نموذجًا في اسمه «Instruct» أو «Chat».</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>لا توجد ذاكرة كافية لهذا النموذج.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or a shorter context.</source>
        <translation>أغلق برامج أخرى، أو اختر نموذجًا أصغر أو سياقًا أقصر.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>تعذّر تحميل النموذج.</translation>
    </message>
    <message>
        <source>Press Retry.</source>
        <translation>اضغط «إعادة المحاولة».</translation>
    </message>
    <message>
        <source>Start a new chat, or shorten the message.</source>
        <translation>ابدأ محادثة جديدة، أو قصّر الرسالة.</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used: {reason}</source>
        <translation>تعذّر استخدام قالب محادثة هذا النموذج: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or another file of this one.</source>
        <translation>اختر نموذجًا آخر، أو ملفًا آخر لهذا النموذج.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>لا نموذج محمّل.</translation>
    </message>
    <message>
        <source>Choose one at the top of the window.</source>
        <translation>اختر واحدًا في أعلى النافذة.</translation>
    </message>
    <message>
        <source>The model is still busy with something else.</source>
        <translation>ما زال النموذج مشغولًا بشيء آخر.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>حاول بعد لحظة.</translation>
    </message>
    <message>
        <source>The model could not go on with this answer.</source>
        <translation>لم يستطع النموذج متابعة هذه الإجابة.</translation>
    </message>
    <message>
        <source>The part of Parley that runs models does not work on this computer.</source>
        <translation>الجزء من Parley الذي يشغّل النماذج لا يعمل على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Please report this with the details below.</source>
        <translation>يُرجى الإبلاغ عن هذا مع التفاصيل أدناه.</translation>
    </message>
    <message>
        <source>Something went wrong in Parley.</source>
        <translation>حدث خطأ في Parley.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>اضغط «إعادة المحاولة». وإن تكرر فأبلغ عنه.</translation>
    </message>
    <message>
        <source>The conversation is too long for this model: {needed} tokens, and it can hold {available}.</source>
        <translation>المحادثة أطول من أن يسعها هذا النموذج: {needed} رمز، وسعته {available}.</translation>
    </message>
    <message>
        <source>The conversation has filled the model&apos;s context.</source>
        <translation>ملأت المحادثة سياق النموذج.</translation>
    </message>
    <message>
        <source>While loading “{name}”: {what}</source>
        <translation>أثناء تحميل «{name}»: {what}</translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model.</source>
        <translation>حاول من جديد، أو اختر نموذجًا أصغر.</translation>
    </message>
    <message>
        <source>The engine was ended from outside, most often because memory ran out.</source>
        <translation>أُنهي المحرك من الخارج، والسبب غالبًا نفاد الذاكرة.</translation>
    </message>
    <message>
        <source>The engine crashed.</source>
        <translation>انهار المحرك.</translation>
    </message>
    <message>
        <source>The engine stopped by itself.</source>
        <translation>توقف المحرك من نفسه.</translation>
    </message>
    <message>
        <source>The engine no longer answered and was ended.</source>
        <translation>لم يعد المحرك يجيب فأُنهي.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>تعذّر تشغيل المحرك.</translation>
    </message>
    <message>
        <source>The engine belongs to another version of Parley; install Parley again.</source>
        <translation>المحرك من إصدار آخر من Parley؛ ثبّت Parley من جديد.</translation>
    </message>
    <message>
        <source>The engine did not stop when asked and was ended.</source>
        <translation>لم يتوقف المحرك عندما طُلب منه فأُنهي.</translation>
    </message>
    <message>
        <source>a context of {tokens} tokens</source>
        <translation>سياق من {tokens} رمز</translation>
    </message>
    <message>
        <source>more of its experts on the processor</source>
        <translation>عدد أكبر من خبرائه على المعالج</translation>
    </message>
    <message>
        <source>a compressed context</source>
        <translation>سياق مضغوط</translation>
    </message>
    <message>
        <source>fewer layers on the graphics card</source>
        <translation>طبقات أقل على بطاقة الرسوم</translation>
    </message>
    <message>
        <source>the processor alone</source>
        <translation>المعالج وحده</translation>
    </message>
    <message>
        <source>Memory is short, so this model runs with {what}.</source>
        <translation>الذاكرة قليلة، لذلك يعمل هذا النموذج مع {what}.</translation>
    </message>
    <message>
        <source>Then start Parley again. Nothing has been deleted.</source>
        <translation>ثم شغّل Parley من جديد. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>Make room on the disk. Nothing has been deleted.</source>
        <translation>وفّر مكانًا على القرص. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>Use the window that is already open.</source>
        <translation>استخدم النافذة المفتوحة.</translation>
    </message>
    <message>
        <source>This key does not open your conversations.</source>
        <translation>هذا المفتاح لا يفتح محادثاتك.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged. It has been left as it is.</source>
        <translation>ملف محادثاتك تالف. وقد تُرك كما هو.</translation>
    </message>
    <message>
        <source>Put back a copy of it if you have one, then start Parley again.</source>
        <translation>أعِد نسخة منه إن كانت لديك، ثم شغّل Parley من جديد.</translation>
    </message>
    <message>
        <source>The file with your conversations is not where it was.</source>
        <translation>ملف محادثاتك ليس في مكانه.</translation>
    </message>
    <message>
        <source>Connect its disk or put it back, then start Parley again.</source>
        <translation>صِل قرصه أو أعِده، ثم شغّل Parley من جديد.</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer version of Parley.</source>
        <translation>كُتبت محادثاتك بإصدار أحدث من Parley.</translation>
    </message>
    <message>
        <source>Install that version again. Nothing has been changed.</source>
        <translation>ثبّت ذلك الإصدار من جديد. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The folder with your conversations cannot be written.</source>
        <translation>لا يمكن الكتابة في مجلد محادثاتك.</translation>
    </message>
    <message>
        <source>Check its permissions, then start Parley again.</source>
        <translation>تحقق من أذوناته، ثم شغّل Parley من جديد.</translation>
    </message>
    <message>
        <source>Parley is already open in another window.</source>
        <translation>‏Parley مفتوح في نافذة أخرى.</translation>
    </message>
    <message>
        <source>Your conversations cannot be opened.</source>
        <translation>تعذّر فتح محادثاتك.</translation>
    </message>
    <message>
        <source>That does not open your conversations. Try again.</source>
        <translation>هذا لا يفتح محادثاتك. حاول من جديد.</translation>
    </message>
    <message>
        <source>The recovery code has a typing mistake. Check it and try again.</source>
        <translation>في رمز الاسترداد خطأ كتابة. تحقق منه وحاول من جديد.</translation>
    </message>
    <message>
        <source>The key file of your conversations is missing or damaged.</source>
        <translation>ملف مفاتيح محادثاتك مفقود أو تالف.</translation>
    </message>
    <message>
        <source>Put back a copy of “keys.json” if you have one. Nothing has been deleted.</source>
        <translation>أعِد نسخة من «keys.json» إن كانت لديك. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>Start Parley again. Nothing has been deleted.</source>
        <translation>شغّل Parley من جديد. لم يُحذف شيء.</translation>
    </message>
    <message>
        <source>“{name}” is loaded as soon as the model before has finished what it writes.</source>
        <translation>يُحمَّل «{name}» حالما ينتهي النموذج السابق مما يكتبه.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>لا إعداد بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>المظهر واللغة</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>حول Parley</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) found</source>
        <translation>
            <numerusform>لم يُعثر على إعدادات</numerusform>
            <numerusform>عُثر على إعداد واحد</numerusform>
            <numerusform>عُثر على إعدادين</numerusform>
            <numerusform>عُثر على %Ln إعدادات</numerusform>
            <numerusform>عُثر على %Ln إعدادًا</numerusform>
            <numerusform>عُثر على %Ln إعداد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chat</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>New chat ({keys})</source>
        <translation>محادثة جديدة ({keys})</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>أرشفة</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>العودة إلى المحادثات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>دون اتصال</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the part of Parley that runs models has no access to the network.</source>
        <translation>لا شيء يغادر هذا الحاسوب: الجزء من Parley الذي يشغّل النماذج لا يصل إلى الشبكة.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>جارٍ البحث</translation>
    </message>
    <message>
        <source>Parley asks a model hub for what you searched. Your conversations stay here.</source>
        <translation>يسأل Parley موقع نماذج عما بحثت عنه. وتبقى محادثاتك هنا.</translation>
    </message>
    <message>
        <source>Download {percent}</source>
        <translation>تنزيل {percent}</translation>
    </message>
    <message>
        <source>A model is being downloaded. Your conversations stay here. Click to see it.</source>
        <translation>يُنزَّل نموذج. وتبقى محادثاتك هنا. انقر لرؤيته.</translation>
    </message>
    <message>
        <source>What you archive is kept here, out of the way.</source>
        <translation>ما تؤرشفه يُحفظ هنا بعيدًا عن الطريق.</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>ستُدرج محادثاتك هنا.</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Translate – Parley</source>
        <translation>ترجمة – Parley</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>استبدال الحافظة</translation>
    </message>
    <message>
        <source>Copy the translation and close, ready to be pasted ({keys})</source>
        <translation>نسخ الترجمة والإغلاق، لتكون جاهزة للصق ({keys})</translation>
    </message>
    <message>
        <source>Open in Parley</source>
        <translation>فتح في Parley</translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>ما معنى «{word}» هنا؟</translation>
    </message>
    <message>
        <source>This paragraph: direction of its letters</source>
        <translation>هذه الفقرة: باتجاه حروفها</translation>
    </message>
    <message>
        <source>This paragraph: from the left</source>
        <translation>هذه الفقرة: من اليسار</translation>
    </message>
    <message>
        <source>This paragraph: from the right</source>
        <translation>هذه الفقرة: من اليمين</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Reading your message… {done} of {total} tokens</source>
        <translation>تُقرأ رسالتك… {done} من {total} رمز</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>تُقرأ رسالتك…</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>يُحضَّر النموذج…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>Summoner</name>
    <message>
        <source>Translate the copied text</source>
        <translation>ترجمة النص المنسوخ</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>انسخ نصًا في أي برنامج ثم اضغط {keys}: يُترجم هنا.</translation>
    </message>
    <message>
        <source>Mark or copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>حدّد نصًا أو انسخه في أي برنامج ثم اضغط {keys}: يُترجم هنا.</translation>
    </message>
    <message>
        <source>You pressed {keys}: Parley took the marked or copied text, just now and only because of that.</source>
        <translation>ضغطتَ {keys}: أخذ Parley النص المحدد أو المنسوخ الآن، ولهذا السبب وحده.</translation>
    </message>
</context>
<context>
    <name>SummoningSettings</name>
    <message>
        <source>Bring up the translation window over any program</source>
        <translation>إظهار نافذة الترجمة فوق أي برنامج</translation>
    </message>
    <message>
        <source>With these keys, while Parley is running</source>
        <translation>بهذه المفاتيح، ما دام Parley يعمل</translation>
    </message>
    <message>
        <source>Keys for the translation window</source>
        <translation>مفاتيح نافذة الترجمة</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Copy a text, press the keys, and read its translation. Parley reads the clipboard only in that moment.</source>
        <translation>انسخ نصًا واضغط المفاتيح واقرأ ترجمته. لا يقرأ Parley الحافظة إلا في تلك اللحظة.</translation>
    </message>
    <message>
        <source>Mark or copy a text, press the keys, and read its translation. Parley reads the marked text or the clipboard only in that moment.</source>
        <translation>حدّد نصًا أو انسخه، واضغط المفاتيح، واقرأ ترجمته. لا يقرأ Parley النص المحدد أو الحافظة إلا في تلك اللحظة.</translation>
    </message>
    <message>
        <source>global shortcut translate</source>
        <translation>اختصار عام للترجمة</translation>
    </message>
    <message>
        <source>These keys would be missed when you write. Hold Ctrl or Alt, and press another key.</source>
        <translation>ستحتاج إلى هذه المفاتيح عند الكتابة. اضغط Ctrl أو Alt مع مفتاح آخر.</translation>
    </message>
    <message>
        <source>Your system asks you about it now.</source>
        <translation>يسألك نظامك عن ذلك الآن.</translation>
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation>برنامج آخر يستخدم هذه المفاتيح. اختر غيرها.</translation>
    </message>
    <message>
        <source>Here the system gives no program such keys. Make a shortcut in its settings, with this command:</source>
        <translation>لا يمنح النظام هنا أي برنامج مثل هذه المفاتيح. أنشئ اختصارًا في إعداداته بهذا الأمر:</translation>
    </message>
    <message>
        <source>The system did not allow it. You can make a shortcut in its settings yourself, with this command:</source>
        <translation>لم يسمح النظام بذلك. يمكنك إنشاء اختصار بنفسك في إعداداته بهذا الأمر:</translation>
    </message>
    <message>
        <source>Set by your system, where you can change it: {keys}</source>
        <translation>حدّده نظامك، ويمكنك تغييره هناك: {keys}</translation>
    </message>
    <message>
        <source>{keys} works in every program.</source>
        <translation>‏{keys} تعمل في كل البرامج.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
</context>
<context>
    <name>TableBlock</name>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy this table as text</source>
        <translation>نسخ هذا الجدول نصًا</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>إظهار كنص</translation>
    </message>
    <message>
        <source>This table is too large to be shown whole</source>
        <translation>هذا الجدول أكبر من أن يُعرض كاملًا</translation>
    </message>
</context>
<context>
    <name>ThinkingControls</name>
    <message>
        <source>Thinking</source>
        <translation>التفكير</translation>
    </message>
    <message>
        <source>Thinking budget: {budget}</source>
        <translation>ميزانية التفكير: {budget}</translation>
    </message>
    <message>
        <source>Click to type an exact number.</source>
        <translation>انقر لكتابة رقم دقيق.</translation>
    </message>
    <message>
        <source>Exact thinking budget in tokens</source>
        <translation>ميزانية التفكير الدقيقة بالرموز</translation>
    </message>
    <message>
        <source>A whole number up to {most}</source>
        <translation>عدد صحيح حتى {most}</translation>
    </message>
    <message>
        <source>This model always thinks before it answers. The budget limits how long.</source>
        <translation>يفكر هذا النموذج دائمًا قبل أن يجيب. والميزانية تحدّ المدة.</translation>
    </message>
    <message>
        <source>This model does not think before it answers</source>
        <translation>لا يفكر هذا النموذج قبل أن يجيب</translation>
    </message>
    <message>
        <source>The model thinks before it answers. Click to let it answer at once.</source>
        <translation>يفكر النموذج قبل أن يجيب. انقر ليجيب فورًا.</translation>
    </message>
    <message>
        <source>The model answers at once. Click to let it think first.</source>
        <translation>يجيب النموذج فورًا. انقر ليفكر أولًا.</translation>
    </message>
    <message>
        <source>At the budget the model stops thinking and answers. Below about 1,000 tokens little is gained.</source>
        <translation>عند الميزانية يتوقف النموذج عن التفكير ويجيب. دون نحو ١٬٠٠٠ رمز تكون الفائدة قليلة.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>up to {tokens} tokens</source>
        <translation>حتى {tokens} رمز</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>TooLongCard</name>
    <message>
        <source>The model reads “{name}” part by part. You can go on writing.</source>
        <translation>يقرأ النموذج «{name}» جزءًا جزءًا. يمكنك متابعة الكتابة.</translation>
    </message>
    <message>
        <source>“{name}” is summarised as soon as the one before it is done.</source>
        <translation>يُلخَّص «{name}» حالما يكتمل الذي قبله.</translation>
    </message>
    <message>
        <source>“{name}” is too long for this model: {tokens}, and {room} are free.</source>
        <translation>‏«{name}» أطول من أن يسعه هذا النموذج: {tokens}، والفارغ {room}.</translation>
    </message>
    <message>
        <source>Send the matching parts</source>
        <translation>إرسال الأجزاء المطابقة</translation>
    </message>
    <message>
        <source>The paragraphs that fit your question; the answer cites them</source>
        <translation>الفقرات المناسبة لسؤالك؛ وتذكرها الإجابة</translation>
    </message>
    <message>
        <source>Summarise it first</source>
        <translation>تلخيصه أولًا</translation>
    </message>
    <message>
        <source>The model reads all of it, part by part; this takes a while</source>
        <translation>يقرأ النموذج كله جزءًا جزءًا؛ وهذا يستغرق وقتًا</translation>
    </message>
    <message>
        <source>Stop summarising</source>
        <translation>إيقاف التلخيص</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>This conversation has settings of its own.</source>
        <translation>لهذه المحادثة إعداداتها الخاصة.</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>إظهار الشريط الجانبي أو إخفاؤه</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>إعدادات هذه المحادثة</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>المزيد لهذه المحادثة</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{used} / {budget} tokens · {seconds}</source>
        <translation>‏{used} / {budget} رمز · {seconds}</translation>
    </message>
    <message>
        <source>Thought for {seconds}</source>
        <translation>فكّر {seconds}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>رمز واحد</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>‏{count} رمز</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>‏{seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>‏{minutes} د {seconds} ث</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>انتهى من نفسه</translation>
    </message>
    <message>
        <source>stopped at the budget</source>
        <translation>توقف عند الميزانية</translation>
    </message>
    <message>
        <source>you asked for the answer</source>
        <translation>طلبتَ الإجابة</translation>
    </message>
    <message>
        <source>went round in circles</source>
        <translation>دار في حلقة</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>cut to leave room for the answer</source>
        <translation>قُطع ليبقى مكان للإجابة</translation>
    </message>
    <message>
        <source>The model ended the answer.</source>
        <translation>أنهى النموذج الإجابة.</translation>
    </message>
    <message>
        <source>A stop text ended the answer.</source>
        <translation>أنهى نصُّ إيقاف الإجابةَ.</translation>
    </message>
    <message>
        <source>The answer reached its greatest length.</source>
        <translation>بلغت الإجابة أقصى طول.</translation>
    </message>
    <message>
        <source>The model&apos;s context is full.</source>
        <translation>امتلأ سياق النموذج.</translation>
    </message>
    <message>
        <source>You stopped the answer.</source>
        <translation>أوقفتَ الإجابة.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>أوقفتَ هذه الإجابة.</translation>
    </message>
    <message>
        <source>Parley ended while this answer was being written.</source>
        <translation>انتهى Parley أثناء كتابة هذه الإجابة.</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>‏{speed} رمز/ث</translation>
    </message>
    <message>
        <source>first {seconds} s</source>
        <translation>الأول {seconds} ث</translation>
    </message>
    <message>
        <source>{count} reused</source>
        <translation>أُعيد استخدام {count}</translation>
    </message>
    <message>
        <source>Read: {tokens} ({reused} reused from memory, {new} new)</source>
        <translation>قُرئ: {tokens} (أُعيد استخدام {reused} من الذاكرة، و{new} جديدة)</translation>
    </message>
    <message>
        <source>Thought: {tokens}</source>
        <translation>التفكير: {tokens}</translation>
    </message>
    <message>
        <source>Answer: {tokens}</source>
        <translation>الإجابة: {tokens}</translation>
    </message>
    <message>
        <source>First word after {seconds} s, {total} in all</source>
        <translation>أول كلمة بعد {seconds} ث، والمجموع {total}</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>الأفكار</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>محادثة بلا عنوان</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and export again.</source>
        <translation>اختر مجلدًا آخر، أو وفّر مكانًا على القرص، ثم صدّر من جديد.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>تعذّرت كتابة الملف.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>‏«{name}» لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you.</source>
        <translation>لا يُسمح لك بقراءة «{name}».</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>تعذّرت قراءة «{name}».</translation>
    </message>
    <message>
        <source>The conversations in “{name}” could not all be saved.</source>
        <translation>تعذّر حفظ كل المحادثات في «{name}».</translation>
    </message>
    <message>
        <source>Make room on the disk and import again; what is there already stays as it is.</source>
        <translation>وفّر مكانًا على القرص واستورد من جديد؛ وما وصل يبقى كما هو.</translation>
    </message>
    <message>
        <source>It is damaged, or not in the form that it claims.</source>
        <translation>هو تالف، أو ليس بالصيغة التي يدّعيها.</translation>
    </message>
    <message>
        <source>It has no messages.</source>
        <translation>لا رسائل فيه.</translation>
    </message>
    <message>
        <source>It is larger than any conversation.</source>
        <translation>هو أكبر من أي محادثة.</translation>
    </message>
    <message>
        <source>It was written by a newer version than Parley knows.</source>
        <translation>كُتب بإصدار أحدث مما يعرفه Parley.</translation>
    </message>
    <message>
        <source>It is no export of Parley, ChatGPT, LM Studio or GPT4All.</source>
        <translation>ليس تصديرًا من Parley أو ChatGPT أو LM Studio أو GPT4All.</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Exporting… {percent}</source>
        <translation>جارٍ التصدير… {percent}</translation>
    </message>
    <message>
        <source>Importing… {percent}</source>
        <translation>جارٍ الاستيراد… {percent}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>TransferFlow</name>
    <message>
        <source>Conversations of Parley, ChatGPT, LM Studio, GPT4All ({kinds})</source>
        <translation>محادثات Parley وChatGPT وLM Studio وGPT4All ({kinds})</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>استيراد محادثات</translation>
    </message>
    <message>
        <source>One moment: another export or import is still under way.</source>
        <translation>لحظة: ما زال تصدير أو استيراد آخر جاريًا.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Saved as {name}; {number} were gone meanwhile.</source>
        <translation>حُفظ باسم {name}؛ واختفت {number} في الأثناء.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>Imported conversations: {number}</source>
        <translation>المحادثات المستوردة: {number}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
</context>
<context>
    <name>Translate</name>
    <message>
        <source>As in the text</source>
        <translation>كما في النص</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>رسمي</translation>
    </message>
    <message>
        <source>Informal</source>
        <translation>غير رسمي</translation>
    </message>
    <message>
        <source>{language}: Qwen3 learnt this language, but nobody has measured how well. Have it checked.</source>
        <translation>‏{language}: تعلّم Qwen3 هذه اللغة، لكن لم يقس أحد مدى إتقانه. اطلب مراجعتها.</translation>
    </message>
    <message>
        <source>The built-in model knows a phrasebook only. {model} translates anything.</source>
        <translation>لا يعرف النموذج المدمج سوى كتيب عبارات. أما {model} فيترجم أي شيء.</translation>
    </message>
    <message>
        <source>{model} knows these languages better.</source>
        <translation>‏{model} يعرف هاتين اللغتين أفضل.</translation>
    </message>
    <message>
        <source>{model} keeps to the thread of long texts better.</source>
        <translation>‏{model} يحافظ على ترابط النصوص الطويلة أفضل.</translation>
    </message>
    <message>
        <source>The model wrote nothing for this sentence.</source>
        <translation>لم يكتب النموذج شيئًا لهذه الجملة.</translation>
    </message>
    <message>
        <source>This does not look like the language asked for.</source>
        <translation>لا يبدو هذا باللغة المطلوبة.</translation>
    </message>
    <message>
        <source>This sentence was not translated.</source>
        <translation>لم تُترجم هذه الجملة.</translation>
    </message>
    <message>
        <source>The model talks about the translation here.</source>
        <translation>يتحدث النموذج هنا عن الترجمة.</translation>
    </message>
    <message>
        <source>The model repeats itself here.</source>
        <translation>يكرر النموذج نفسه هنا.</translation>
    </message>
    <message>
        <source>A placeholder, an address, a tag or an emoji is missing.</source>
        <translation>ينقص عنصر نائب أو عنوان أو وسم أو رمز تعبيري.</translation>
    </message>
    <message>
        <source>A number is missing or another one.</source>
        <translation>رقم مفقود أو مختلف.</translation>
    </message>
    <message>
        <source>A word of the glossary is missing.</source>
        <translation>كلمة من المسرد مفقودة.</translation>
    </message>
    <message>
        <source>This is much longer than the sentence it translates.</source>
        <translation>هذا أطول بكثير من الجملة التي يترجمها.</translation>
    </message>
    <message>
        <source>This is much shorter than the sentence it translates.</source>
        <translation>هذا أقصر بكثير من الجملة التي يترجمها.</translation>
    </message>
    <message>
        <source>The model did not come to an end here.</source>
        <translation>لم يصل النموذج إلى نهاية هنا.</translation>
    </message>
</context>
<context>
    <name>TranslateBar</name>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>إظهار الشريط الجانبي أو إخفاؤه</translation>
    </message>
    <message>
        <source>Glossary · {count}</source>
        <translation>المسرد · {count}</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>المسرد</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
</context>
<context>
    <name>TranslateFoot</name>
    <message>
        <source>More literal</source>
        <translation>أكثر حرفية</translation>
    </message>
    <message>
        <source>More natural</source>
        <translation>أكثر طبيعية</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>حفظ في ملف…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>البدائل</translation>
    </message>
    <message>
        <source>Other wordings of the sentence you clicked</source>
        <translation>صياغات أخرى للجملة التي نقرتها</translation>
    </message>
    <message>
        <source>Back-translation</source>
        <translation>ترجمة عكسية</translation>
    </message>
    <message>
        <source>What the translation says, in the language of your text</source>
        <translation>ما تقوله الترجمة، بلغة نصك</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Let the model read its translation again and improve it</source>
        <translation>دع النموذج يقرأ ترجمته من جديد ويحسّنها</translation>
    </message>
    <message>
        <source>More for this translation</source>
        <translation>المزيد لهذه الترجمة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the translation ({keys})</source>
        <translation>نسخ الترجمة ({keys})</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>TranslateKeeping</name>
    <message>
        <source>The translation was deleted.</source>
        <translation>حُذفت الترجمة.</translation>
    </message>
</context>
<context>
    <name>TranslateSide</name>
    <message>
        <source>Remove all translations from the history, and translated documents from their list? They cannot be brought back. No file is deleted.</source>
        <translation>هل تُزال كل الترجمات من السجل والمستندات المترجمة من قائمتها؟ لا يمكن استعادتها. ولن يُحذف أي ملف.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>إزالة الكل</translation>
    </message>
</context>
<context>
    <name>TranslatedDocuments</name>
    <message>
        <source>This document is too large.</source>
        <translation>هذا المستند كبير جدًا.</translation>
    </message>
    <message>
        <source>Split it into parts of at most 64 MB or 25 novels.</source>
        <translation>قسّمه إلى أجزاء لا يزيد كل منها على 64 م.ب أو 25 رواية.</translation>
    </message>
    <message>
        <source>This document is damaged.</source>
        <translation>هذا المستند تالف.</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it anew.</source>
        <translation>افتحه في البرنامج الذي أُنشئ به واحفظه من جديد.</translation>
    </message>
    <message>
        <source>Documents of this kind cannot be translated.</source>
        <translation>تتعذّر ترجمة هذا النوع من المستندات.</translation>
    </message>
    <message>
        <source>Save it as .docx, .html or .txt, then add that.</source>
        <translation>احفظه بصيغة ‎.docx أو ‎.html أو ‎.txt، ثم أضف ذلك.</translation>
    </message>
    <message>
        <source>The letters of this document cannot be read.</source>
        <translation>تتعذّر قراءة حروف هذا المستند.</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8, then add that.</source>
        <translation>احفظه نصًا بترميز UTF-8، ثم أضف ذلك.</translation>
    </message>
    <message>
        <source>There is nothing to translate in this document.</source>
        <translation>لا شيء في هذا المستند يُترجم.</translation>
    </message>
    <message>
        <source>This document has a password.</source>
        <translation>هذا المستند محمي بكلمة مرور.</translation>
    </message>
    <message>
        <source>Save a copy without one, then add that.</source>
        <translation>احفظ نسخة بلا كلمة مرور، ثم أضفها.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Make room, or save to another disk.</source>
        <translation>أفسح مساحة، أو احفظ على قرص آخر.</translation>
    </message>
    <message>
        <source>This file may not be opened or written.</source>
        <translation>لا يُسمح بفتح هذا الملف أو الكتابة فيه.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder.</source>
        <translation>تحقق من أذوناته، أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>ربما نُقل أو حُذف، أو أن قرصه غير موصول.</translation>
    </message>
</context>
<context>
    <name>TranslatedDocumentsSide</name>
    <message>
        <source>Drop documents here to translate them</source>
        <translation>أفلت المستندات هنا لترجمتها</translation>
    </message>
    <message>
        <source>“{name}” is translated.</source>
        <translation>تُرجم «{name}».</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>مراجعة</translation>
    </message>
</context>
<context>
    <name>TranslatingSettings</name>
    <message>
        <source>Keep what I translate</source>
        <translation>الاحتفاظ بما أترجمه</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations. Off keeps nothing of what you translate from now on.</source>
        <translation>مشفّرة على هذا الحاسوب مثل محادثاتك. عند الإيقاف لا يُحتفظ من الآن فصاعدًا بشيء مما تترجمه.</translation>
    </message>
    <message>
        <source>Translation history</source>
        <translation>سجل الترجمات</translation>
    </message>
</context>
<context>
    <name>UnitDelegate</name>
    <message>
        <source>Translation of: {text}</source>
        <translation>ترجمة: {text}</translation>
    </message>
</context>
<context>
    <name>UnitRows</name>
    <message>
        <source>The grey marks stand for the document&apos;s layout, such as bold words and links. Keep them.</source>
        <translation>تمثّل العلامات الرمادية تنسيق المستند، كالكلمات العريضة والروابط. أبقِها.</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>لم يُترجم بعد</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>{value} is recommended</source>
        <translation>الموصى به {value}</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>العودة إلى الموصى به</translation>
    </message>
    <message>
        <source>{name}: back to {value}</source>
        <translation>‏{name}: العودة إلى {value}</translation>
    </message>
</context>
<context>
    <name>VaultPanel</name>
    <message>
        <source>Enter your recovery code</source>
        <translation>أدخل رمز الاسترداد</translation>
    </message>
    <message>
        <source>The key to your conversations is not on this computer any more. The recovery code opens them.</source>
        <translation>مفتاح محادثاتك لم يعد على هذا الحاسوب. ورمز الاسترداد يفتحها.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Your conversations are locked</source>
        <translation>محادثاتك مقفلة</translation>
    </message>
    <message>
        <source>Enter the passphrase that you chose for them.</source>
        <translation>أدخل عبارة المرور التي اخترتها لها.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>I forgot it: use the recovery code</source>
        <translation>نسيتها: استخدام رمز الاسترداد</translation>
    </message>
    <message>
        <source>Use Parley without saving for now</source>
        <translation>استخدام Parley دون حفظ الآن</translation>
    </message>
    <message>
        <source>Your stored conversations stay as they are, locked.</source>
        <translation>تبقى محادثاتك المحفوظة كما هي، مقفلة.</translation>
    </message>
</context>
<context>
    <name>VersionSwitch</name>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Version {number} of {count}</source>
        <translation>النسخة {number} من {count}</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>النسخة السابقة</translation>
    </message>
    <message>
        <source>The next version</source>
        <translation>النسخة التالية</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>البحث في كل المحادثات</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>كتابة رسالة</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>إيقاف الإجابة</translation>
    </message>
    <message>
        <source>Answer now, without thinking on</source>
        <translation>الإجابة الآن دون مزيد من التفكير</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>تشغيل التفكير أو إيقافه</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>نسخ الإجابة الأخيرة</translation>
    </message>
    <message>
        <source>Another answer to the last message</source>
        <translation>إجابة أخرى عن آخر رسالة</translation>
    </message>
    <message>
        <source>The version before of the last answer</source>
        <translation>النسخة السابقة من آخر إجابة</translation>
    </message>
    <message>
        <source>The next version of the last answer</source>
        <translation>النسخة التالية من آخر إجابة</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>إعدادات هذه المحادثة</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>إظهار الشريط الجانبي أو إخفاؤه</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>فتح ملف GGUF</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Find in this conversation, or on this page</source>
        <translation>البحث في هذه المحادثة أو في هذه الصفحة</translation>
    </message>
    <message>
        <source>The next place that was found</source>
        <translation>الموضع التالي مما عُثر عليه</translation>
    </message>
    <message>
        <source>The place found before</source>
        <translation>الموضع السابق مما عُثر عليه</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>هذه القائمة</translation>
    </message>
    <message>
        <source>Send the message, or queue it while an answer is written</source>
        <translation>إرسال الرسالة، أو وضعها في الانتظار أثناء كتابة إجابة</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>In an empty message: the last one again</source>
        <translation>في رسالة فارغة: الرسالة الأخيرة من جديد</translation>
    </message>
    <message>
        <source>In the list: rename the conversation</source>
        <translation>في القائمة: إعادة تسمية المحادثة</translation>
    </message>
    <message>
        <source>In the list: delete the conversation</source>
        <translation>في القائمة: حذف المحادثة</translation>
    </message>
    <message>
        <source>In the list: move the folder up, or down with the other arrow</source>
        <translation>في القائمة: نقل المجلد إلى أعلى، وبالسهم الآخر إلى أسفل</translation>
    </message>
    <message>
        <source>On a message, a conversation, a folder: all that can be done with it</source>
        <translation>على رسالة أو محادثة أو مجلد: كل ما يمكن فعله بها</translation>
    </message>
    <message>
        <source>On the Translate page: swap the languages</source>
        <translation>في صفحة الترجمة: تبديل اللغتين</translation>
    </message>
    <message>
        <source>On the Translate page: read the paragraph from the other side</source>
        <translation>في صفحة الترجمة: قراءة الفقرة من الجهة الأخرى</translation>
    </message>
</context>
</TS>
