<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>Version {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Private chat on your own computer. Models run here, conversations are stored here, encrypted, and nothing is sent anywhere.</source>
        <translation>Private Unterhaltungen auf dem eigenen Computer. Modelle laufen hier, Unterhaltungen werden hier verschlüsselt gespeichert, und nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Parley is free software under the MIT licence. It stands on:</source>
        <translation>Parley ist freie Software unter der MIT-Lizenz. Es baut auf:</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AboutSettings</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>Version {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message>
        <source>About and licences…</source>
        <translation>Über Parley und Lizenzen…</translation>
    </message>
    <message>
        <source>What Parley is built from</source>
        <translation>Woraus Parley gebaut ist</translation>
    </message>
</context>
<context>
    <name>ActingView</name>
    <message>
        <source>More for this message</source>
        <translation>Mehr zu dieser Nachricht</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>Es wird gerade eine Antwort geschrieben. Warten Sie darauf oder halten Sie sie erst an.</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Den markierten Text kopieren</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>Den markierten Text zitieren</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Go on from here in a new conversation</source>
        <translation>Von hier an in einer neuen Unterhaltung weitermachen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>AnswerFooter</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Let the answer go on where it stopped</source>
        <translation>Die Antwort dort weitergehen lassen, wo sie stehen blieb</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Write another answer to the same message</source>
        <translation>Eine andere Antwort auf dieselbe Nachricht schreiben</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>Länger nachdenken</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>Bei diesen Gedanken weitermachen und neu antworten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this answer as Markdown</source>
        <translation>Diese Antwort als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>AnsweringSettings</name>
    <message>
        <source>Think before answering</source>
        <translation>Vor der Antwort denken</translation>
    </message>
    <message>
        <source>For new conversations, where the model can. Each conversation can have its own choice.</source>
        <translation>Für neue Unterhaltungen, wo das Modell es kann. Jede Unterhaltung kann es anders halten.</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Answer by itself when the thoughts go round in circles</source>
        <translation>Von selbst antworten, wenn sich die Gedanken im Kreis drehen</translation>
    </message>
    <message>
        <source>Otherwise Parley only offers “Answer now”.</source>
        <translation>Sonst bietet Parley nur „Jetzt antworten“ an.</translation>
    </message>
    <message>
        <source>Thoughts in circles</source>
        <translation>Gedanken im Kreis</translation>
    </message>
    <message>
        <source>up to {number} tokens</source>
        <translation>bis zu {number} Token</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>Denkbudget</translation>
    </message>
    <message>
        <source>How long a new conversation may think about one answer; below about 1,000 little is gained.</source>
        <translation>Wie lange eine neue Unterhaltung über eine Antwort nachdenken darf; unter etwa 1.000 bringt es wenig.</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>“System” follows your system, also when it asks for high contrast.</source>
        <translation>„System“ folgt Ihrem System, auch wenn es hohen Kontrast verlangt.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>{number} Pixel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Of the conversation.</source>
        <translation>In der Unterhaltung.</translation>
    </message>
    <message>
        <source>Font of the conversation</source>
        <translation>Schrift der Unterhaltung</translation>
    </message>
    <message>
        <source>{number} pixels (usual)</source>
        <translation>{number} Pixel (üblich)</translation>
    </message>
    <message>
        <source>Width of the conversation</source>
        <translation>Breite der Unterhaltung</translation>
    </message>
    <message>
        <source>Move nothing on the screen</source>
        <translation>Nichts auf dem Bildschirm bewegen</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
</context>
<context>
    <name>AssistantView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>Länger nachdenken</translation>
    </message>
    <message>
        <source>Answer with thinking</source>
        <translation>Mit Nachdenken antworten</translation>
    </message>
    <message>
        <source>This model does not think before it answers.</source>
        <translation>Dieses Modell denkt nicht nach, bevor es antwortet.</translation>
    </message>
    <message>
        <source>Answer without thinking</source>
        <translation>Ohne Denken antworten</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>Die Antwort ändern</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>The files are not ready yet.</source>
        <translation>Die Dateien sind noch nicht bereit.</translation>
    </message>
    <message>
        <source>Choose above what to send of the long file.</source>
        <translation>Wählen Sie oben, was von der langen Datei gesendet wird.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Documents and code ({endings})</source>
        <translation>Dokumente und Code ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>The end is missing: it was too long to be read whole.</source>
        <translation>Das Ende fehlt: Sie war zu lang, um ganz gelesen zu werden.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Parts · {tokens}</source>
        <translation>Teile · {tokens}</translation>
    </message>
    <message>
        <source>Summary · {tokens}</source>
        <translation>Zusammenfassung · {tokens}</translation>
    </message>
    <message>
        <source>Reading page {done} of {total}…</source>
        <translation>Seite {done} von {total} wird gelesen…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Summarising…</source>
        <translation>Wird zusammengefasst…</translation>
    </message>
    <message>
        <source>Summarising · {done} of {total}</source>
        <translation>Wird zusammengefasst · {done} von {total}</translation>
    </message>
    <message>
        <source>Too long · {tokens}</source>
        <translation>Zu lang · {tokens}</translation>
    </message>
    <message>
        <source>Searched per question</source>
        <translation>Für jede Frage durchsucht</translation>
    </message>
    <message>
        <source>Matching parts</source>
        <translation>Passende Teile</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>etwa {tokens}</translation>
    </message>
</context>
<context>
    <name>AttachmentsSide</name>
    <message>
        <source>No document of this conversation has this paragraph.</source>
        <translation>Kein Dokument dieser Unterhaltung hat diesen Absatz.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Only {most} files fit in one message; %Ln file(s) were left out.</source>
        <translation>
            <numerusform>Nur {most} Dateien passen in eine Nachricht; %Ln Datei wurde weggelassen.</numerusform>
            <numerusform>Nur {most} Dateien passen in eine Nachricht; %Ln Dateien wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” could not be summarised.</source>
        <translation>„{name}“ konnte nicht zusammengefasst werden.</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The file with your conversations is damaged, so no copy of it was made.</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist beschädigt, deshalb wurde keine Kopie davon gemacht.</translation>
    </message>
    <message>
        <source>Have it repaired here. The older copies are kept.</source>
        <translation>Lassen Sie sie hier reparieren. Die älteren Kopien bleiben.</translation>
    </message>
    <message>
        <source>This copy is damaged. Nothing has been changed.</source>
        <translation>Diese Kopie ist beschädigt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Nothing can be read of the conversations, and there is no copy of them.</source>
        <translation>Von den Unterhaltungen ist nichts mehr lesbar, und es gibt keine Kopie.</translation>
    </message>
    <message>
        <source>Put back a copy of the file if you have one. It has been left as it is.</source>
        <translation>Legen Sie eine Kopie der Datei zurück, wenn Sie eine haben. Sie ist geblieben, wie sie war.</translation>
    </message>
    <message>
        <source>The copies cannot be reached.</source>
        <translation>Die Kopien sind nicht erreichbar.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message>
        <source>They come from a copy; what was said after it is lost.</source>
        <translation>Sie stammen aus einer Kopie; was danach gesagt wurde, ist verloren.</translation>
    </message>
    <message>
        <source>The damaged file is kept as “{name}”.</source>
        <translation>Die beschädigte Datei bleibt als „{name}“ erhalten.</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Copies of your conversations</source>
        <translation>Kopien Ihrer Unterhaltungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>A copy is made every day, encrypted like the conversations themselves, and stays on this computer.</source>
        <translation>Jeden Tag wird eine Kopie gemacht, verschlüsselt wie die Unterhaltungen selbst; sie bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>Jetzt eine Kopie machen</translation>
    </message>
    <message>
        <source>Check the conversations</source>
        <translation>Die Unterhaltungen prüfen</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Retten, was lesbar ist</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>A copy is being made…</source>
        <translation>Eine Kopie wird gemacht…</translation>
    </message>
    <message>
        <source>Everything is being read…</source>
        <translation>Alles wird gelesen…</translation>
    </message>
    <message>
        <source>The copy is being put back…</source>
        <translation>Die Kopie wird zurückgelegt…</translation>
    </message>
    <message>
        <source>What can be read is being saved…</source>
        <translation>Was lesbar ist, wird gerettet…</translation>
    </message>
    <message>
        <source>There is no copy of your conversations yet.</source>
        <translation>Es gibt noch keine Kopie Ihrer Unterhaltungen.</translation>
    </message>
    <message>
        <source>The last copy is from {date}.</source>
        <translation>Die letzte Kopie ist vom {date}.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Save what can be read, or put a copy back.</source>
        <translation>Ihre Unterhaltungen ließen sich nicht öffnen. Retten Sie, was lesbar ist, oder legen Sie eine Kopie zurück.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged.</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist beschädigt.</translation>
    </message>
    <message>
        <source>Everything was read, and all is well.</source>
        <translation>Alles wurde gelesen, und alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurücklegen…</translation>
    </message>
    <message>
        <source>Put back the copy of {date}</source>
        <translation>Die Kopie vom {date} zurücklegen</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message>
        <source>Show recovery code…</source>
        <translation>Wiederherstellungscode zeigen…</translation>
    </message>
    <message>
        <source>Your conversations are encrypted. Save your recovery code.</source>
        <translation>Ihre Unterhaltungen sind verschlüsselt. Sichern Sie den Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>Mit Passphrase schützen…</translation>
    </message>
    <message>
        <source>Conversations are kept only until you close Parley.</source>
        <translation>Unterhaltungen bleiben nur, bis Sie Parley schließen.</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Your stored conversations stay locked. New ones are kept only until you close Parley.</source>
        <translation>Ihre gespeicherten Unterhaltungen bleiben gesperrt. Neue bleiben nur, bis Sie Parley schließen.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened.</source>
        <translation>Ihre Unterhaltungen konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Copies and repair…</source>
        <translation>Kopien und Reparatur…</translation>
    </message>
    <message>
        <source>Use Parley without saving</source>
        <translation>Parley ohne Speichern benutzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Anderes wählen…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Simple questions and short texts, at once, on any computer.</source>
        <translation>Einfache Fragen und kurze Texte, sofort, auf jedem Rechner.</translation>
    </message>
    <message>
        <source>Everyday questions and summaries on modest computers.</source>
        <translation>Alltagsfragen und Zusammenfassungen auf bescheidenen Rechnern.</translation>
    </message>
    <message>
        <source>An all-rounder for laptops: chat, writing and translation.</source>
        <translation>Ein Alleskönner für Laptops: Gespräche, Texte und Übersetzungen.</translation>
    </message>
    <message>
        <source>Reliable answers, good writing, simple programs.</source>
        <translation>Verlässliche Antworten, gute Texte, einfache Programme.</translation>
    </message>
    <message>
        <source>Demanding texts, programs and translations.</source>
        <translation>Anspruchsvolle Texte, Programme und Übersetzungen.</translation>
    </message>
    <message>
        <source>The best answers that one good graphics card can give.</source>
        <translation>Die besten Antworten, die eine gute Grafikkarte geben kann.</translation>
    </message>
    <message>
        <source>Knows as much as a large model and answers as fast as a small one; needs much memory.</source>
        <translation>Weiß so viel wie ein großes Modell und antwortet so schnell wie ein kleines; braucht viel Speicher.</translation>
    </message>
    <message>
        <source>The hardest questions, for workstations and servers.</source>
        <translation>Die schwierigsten Fragen, für Workstations und Server.</translation>
    </message>
    <message>
        <source>Answers at once without thinking; reads very long documents.</source>
        <translation>Antwortet sofort, ohne nachzudenken; liest sehr lange Dokumente.</translation>
    </message>
    <message>
        <source>Always thinks at length: mathematics, science, hard problems.</source>
        <translation>Denkt immer ausführlich nach: Mathematik, Wissenschaft, schwierige Aufgaben.</translation>
    </message>
    <message>
        <source>Writes and repairs programs.</source>
        <translation>Schreibt und repariert Programme.</translation>
    </message>
    <message>
        <source>As good as the original</source>
        <translation>So gut wie das Original</translation>
    </message>
    <message>
        <source>Hardly any difference from the original</source>
        <translation>Kaum ein Unterschied zum Original</translation>
    </message>
    <message>
        <source>Small losses in difficult questions</source>
        <translation>Kleine Verluste bei schwierigen Fragen</translation>
    </message>
    <message>
        <source>Noticeably worse: slips and forgotten details</source>
        <translation>Merklich schlechter: Fehler und vergessene Einzelheiten</translation>
    </message>
    <message>
        <source>Much worse: only where nothing else fits</source>
        <translation>Viel schlechter: nur, wo sonst nichts passt</translation>
    </message>
</context>
<context>
    <name>CatalogueCard</name>
    <message>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <source>Show the sizes of {name}</source>
        <translation>Größen von {name} zeigen</translation>
    </message>
    <message>
        <source>recommended for this computer</source>
        <translation>für diesen Rechner empfohlen</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>This computer: {facts}</source>
        <translation>Dieser Rechner: {facts}</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Rechner wird angesehen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Looking for what suits this computer…</source>
        <translation>Es wird gesucht, was zu diesem Rechner passt…</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>The waiting message was removed.</source>
        <translation>Die wartende Nachricht wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unlock your conversations first, or go on without saving.</source>
        <translation>Entsperren Sie zuerst Ihre Unterhaltungen, oder machen Sie ohne Speichern weiter.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Choose above how to go on.</source>
        <translation>Ihre Unterhaltungen konnten nicht geöffnet werden. Wählen Sie oben, wie es weitergeht.</translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message numerus="yes">
        <source>The message and %Ln after it were deleted.</source>
        <translation>
            <numerusform>Die Nachricht und %Ln danach wurden gelöscht.</numerusform>
            <numerusform>Die Nachricht und %Ln danach wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>Die Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>Es wird gerade eine Antwort geschrieben. Warten Sie darauf oder halten Sie sie erst an.</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>This conversation uses “{name}”, which is being loaded.</source>
        <translation>Diese Unterhaltung verwendet „{name}“; es wird gerade geladen.</translation>
    </message>
    <message>
        <source>“{name}”, the model of this conversation, is not there any more. Another one answers.</source>
        <translation>„{name}“, das Modell dieser Unterhaltung, ist nicht mehr da. Ein anderes antwortet.</translation>
    </message>
</context>
<context>
    <name>ChatState</name>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>Diese Änderung konnte nicht gespeichert werden: Beim nächsten Start von Parley ist sie weg.</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save this code as a file</source>
        <translation>Diesen Code als Datei speichern</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Break long lines instead of scrolling sideways</source>
        <translation>Lange Zeilen umbrechen, statt seitwärts zu rollen</translation>
    </message>
    <message>
        <source>Show all {lines} lines</source>
        <translation>Alle {lines} Zeilen zeigen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>Nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Which columns are to be translated?</source>
        <translation>Welche Spalten sollen übersetzt werden?</translation>
    </message>
    <message>
        <source>The others stay as they are in “{name}”.</source>
        <translation>Die anderen bleiben in „{name}“, wie sie sind.</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Spalte {number}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>Fragen Sie, was Sie möchten. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line · Esc to stop</source>
        <translation>Eingabe sendet · Umschalt+Eingabe für eine neue Zeile · Esc hält an</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>Schreiben Sie zuerst eine Nachricht.</translation>
    </message>
    <message>
        <source>Pasted text · {count} characters</source>
        <translation>Eingefügter Text · {count} Zeichen</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>Diesen Text entfernen</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} of {size} tokens of the context are in use.</source>
        <translation>{used} von {size} Token des Kontexts sind belegt.</translation>
    </message>
    <message>
        <source>It is full: click to make room.</source>
        <translation>Er ist voll: Klicken Sie, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>It is nearly full. Click to see what fills it.</source>
        <translation>Er ist fast voll. Klicken Sie, um zu sehen, was ihn füllt.</translation>
    </message>
    <message>
        <source>This is how much of the conversation the model keeps in mind. Click to see what fills it.</source>
        <translation>So viel von der Unterhaltung hat das Modell vor Augen. Klicken Sie, um zu sehen, was es füllt.</translation>
    </message>
</context>
<context>
    <name>ContextPopover</name>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Conversation so far</source>
        <translation>Bisherige Unterhaltung</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>Diese Nachricht</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>{used} of {size} tokens</source>
        <translation>{used} von {size} Token</translation>
    </message>
    <message>
        <source>Make room…</source>
        <translation>Platz schaffen…</translation>
    </message>
    <message>
        <source>A larger window, or less of the conversation</source>
        <translation>Ein größeres Fenster oder weniger von der Unterhaltung</translation>
    </message>
    <message>
        <source>What the model keeps in mind while it answers.</source>
        <translation>Was das Modell vor Augen hat, während es antwortet.</translation>
    </message>
    <message>
        <source>Nearly full. Soon the oldest turns will have to go, or the window has to grow.</source>
        <translation>Fast voll. Bald müssen die ältesten Beiträge weichen, oder das Fenster muss wachsen.</translation>
    </message>
    <message>
        <source>Full. Make room before you go on.</source>
        <translation>Voll. Schaffen Sie Platz, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>The last answer reused {reused} tokens; {new} were new.</source>
        <translation>Die letzte Antwort hat {reused} Token wiederverwendet; {new} waren neu.</translation>
    </message>
</context>
<context>
    <name>ContextQuestion</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Summarising the oldest part…</source>
        <translation>Der älteste Teil wird zusammengefasst…</translation>
    </message>
    <message>
        <source>You can go on reading. An answer that you ask for now goes first.</source>
        <translation>Sie können weiterlesen. Eine Antwort, die Sie jetzt verlangen, geht vor.</translation>
    </message>
    <message>
        <source>Part {done} of {total}</source>
        <translation>Teil {done} von {total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Write no summary</source>
        <translation>Keine Zusammenfassung schreiben</translation>
    </message>
    <message>
        <source>The summary could not be written. Try it again, or choose something else.</source>
        <translation>Die Zusammenfassung konnte nicht geschrieben werden. Versuchen Sie es noch einmal, oder wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>What should happen to the oldest part? Nothing of it is deleted: it stays here to read.</source>
        <translation>Was soll mit dem ältesten Teil geschehen? Nichts davon wird gelöscht: Er bleibt hier zu lesen.</translation>
    </message>
    <message>
        <source>Summarise it</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>The model writes a summary and goes on from it. You can change it.</source>
        <translation>Das Modell schreibt eine Zusammenfassung und macht damit weiter. Sie können sie ändern.</translation>
    </message>
    <message>
        <source>you can change the summary</source>
        <translation>Sie können die Zusammenfassung ändern</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>The model no longer sees the oldest turns. A line shows from where on.</source>
        <translation>Das Modell sieht die ältesten Beiträge nicht mehr. Eine Linie zeigt, ab wo.</translation>
    </message>
    <message>
        <source>a line shows where</source>
        <translation>eine Linie zeigt, wo</translation>
    </message>
    <message>
        <source>Make room in the model&apos;s {size} tokens</source>
        <translation>Platz schaffen in den {size} Token des Modells</translation>
    </message>
    <message>
        <source>The model&apos;s {size} tokens are full</source>
        <translation>Die {size} Token des Modells sind voll</translation>
    </message>
    <message>
        <source>The conversation no longer fits into the model&apos;s {size} tokens.</source>
        <translation>Die Unterhaltung passt nicht mehr in die {size} Token des Modells.</translation>
    </message>
    <message>
        <source>A window of {size} tokens</source>
        <translation>Ein Fenster von {size} Token</translation>
    </message>
    <message>
        <source>Loads the model again</source>
        <translation>Lädt das Modell neu</translation>
    </message>
    <message>
        <source>{memory} more memory</source>
        <translation>{memory} mehr Speicher</translation>
    </message>
    <message>
        <source>+{memory}, may be slow</source>
        <translation>+{memory}, kann langsam sein</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel der Unterhaltung</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were deleted.</source>
        <translation>
            <numerusform>%Ln Unterhaltung wurde gelöscht.</numerusform>
            <numerusform>%Ln Unterhaltungen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were archived.</source>
        <translation>
            <numerusform>%Ln Unterhaltung wurde archiviert.</numerusform>
            <numerusform>%Ln Unterhaltungen wurden archiviert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are back in the list.</source>
        <translation>
            <numerusform>%Ln Unterhaltung ist wieder in der Liste.</numerusform>
            <numerusform>%Ln Unterhaltungen sind wieder in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “{name}” was deleted. What was in it is kept.</source>
        <translation>Der Ordner „{name}“ wurde gelöscht. Was darin war, ist noch da.</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>Diese Änderung konnte nicht gespeichert werden: Beim nächsten Start von Parley ist sie weg.</translation>
    </message>
</context>
<context>
    <name>ConversationMenus</name>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln Unterhaltung löschen</numerusform>
            <numerusform>%Ln Unterhaltungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete the folder, keep its conversations</source>
        <translation>Den Ordner löschen, seine Unterhaltungen behalten</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>Aus dem Ordner heraus</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>This conversation</source>
        <translation>Diese Unterhaltung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>Anweisungen für das Modell</translation>
    </message>
    <message>
        <source>What the model should always keep in mind. For example: “Answer briefly, in plain words.”</source>
        <translation>Woran das Modell immer denken soll. Zum Beispiel: „Antworte kurz, in einfachen Worten.“</translation>
    </message>
    <message>
        <source>Expert values</source>
        <translation>Werte für Kenner</translation>
    </message>
    <message>
        <source>How the next word is drawn</source>
        <translation>Wie das nächste Wort gezogen wird</translation>
    </message>
    <message>
        <source>Reset everything here</source>
        <translation>Hier alles zurücksetzen</translation>
    </message>
    <message>
        <source>No instructions, whichever model, recommended values</source>
        <translation>Keine Anweisungen, irgendein Modell, empfohlene Werte</translation>
    </message>
    <message>
        <source>Whichever is loaded</source>
        <translation>Das gerade geladene</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}, angeheftet</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {name}, {held}, {state}</source>
        <translation>Ordner {name}, {held}, {state}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
</context>
<context>
    <name>ConversationSide</name>
    <message>
        <source>Answer: {text}</source>
        <translation>Antwort: {text}</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Minute noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Minuten noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were saved.</source>
        <translation>
            <numerusform>%Ln Unterhaltung wurde gerettet.</numerusform>
            <numerusform>%Ln Unterhaltungen wurden gerettet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln message(s) could not be read any more.</source>
        <translation>
            <numerusform>Bis zu %Ln Nachricht war nicht mehr lesbar.</numerusform>
            <numerusform>Bis zu %Ln Nachrichten waren nicht mehr lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) come from a copy.</source>
        <translation>
            <numerusform>%Ln Nachricht stammt aus einer Kopie.</numerusform>
            <numerusform>%Ln Nachrichten stammen aus einer Kopie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) lost their title.</source>
        <translation>
            <numerusform>%Ln Unterhaltung hat ihren Titel verloren.</numerusform>
            <numerusform>%Ln Unterhaltungen haben ihren Titel verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CutDivider</name>
    <message>
        <source>This is what the model knows of what is above. Ctrl+Enter saves.</source>
        <translation>Das weiß das Modell von dem, was darüber steht. Strg+Enter speichert.</translation>
    </message>
    <message>
        <source>The model knows what is above from its summary</source>
        <translation>Was darüber steht, kennt das Modell aus seiner Zusammenfassung</translation>
    </message>
    <message>
        <source>The model no longer sees what is above</source>
        <translation>Was darüber steht, sieht das Modell nicht mehr</translation>
    </message>
    <message>
        <source>Let the model see everything again</source>
        <translation>Das Modell wieder alles sehen lassen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Change the summary</source>
        <translation>Die Zusammenfassung ändern</translation>
    </message>
    <message>
        <source>Write a summary</source>
        <translation>Eine Zusammenfassung schreiben</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The translation was copied.</source>
        <translation>Die Übersetzung wurde kopiert.</translation>
    </message>
    <message>
        <source>The translation could not be saved: {reason}</source>
        <translation>Die Übersetzung konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Gespeichert als „{name}“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln Satz</numerusform>
            <numerusform>%Ln Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {done} translated</source>
        <translation>{sentences} · {done} übersetzt</translation>
    </message>
    <message numerus="yes">
        <source>{sentences} · look at %Ln of them</source>
        <translation>
            <numerusform>{sentences} · %Ln davon ansehen</numerusform>
            <numerusform>{sentences} · %Ln davon ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {letters} characters</source>
        <translation>{sentences} · {letters} Zeichen</translation>
    </message>
    <message>
        <source>Type or paste a text.</source>
        <translation>Schreiben Sie einen Text oder fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>Zu übersetzender Text</translation>
    </message>
    <message>
        <source>The translation appears here.</source>
        <translation>Hier erscheint die Übersetzung.</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Remove the text</source>
        <translation>Den Text entfernen</translation>
    </message>
    <message>
        <source>The text was cut at {most} characters. Longer ones are translated as a document.</source>
        <translation>Der Text wurde nach {most} Zeichen abgeschnitten. Längere werden als Dokument übersetzt.</translation>
    </message>
    <message>
        <source>Translation ({language}).txt</source>
        <translation>Übersetzung ({language}).txt</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>Die Übersetzung speichern</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DocumentChip</name>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>“{name}” was removed from the list.</source>
        <translation>„{name}“ wurde aus der Liste entfernt.</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>The model is given this summary:</source>
        <translation>Das Modell bekommt diese Zusammenfassung:</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Put into the message</source>
        <translation>In die Nachricht übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>Das Dokument wurde geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>Das Dokument ist nicht mehr, wo es war. Zum Sichern der Übersetzung wird es gebraucht.</translation>
    </message>
    <message>
        <source>Cannot be translated</source>
        <translation>Lässt sich nicht übersetzen</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>{name} anhalten</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>Mit {name} weitermachen</translation>
    </message>
    <message>
        <source>Save the translation of {name}…</source>
        <translation>Die Übersetzung von {name} sichern…</translation>
    </message>
    <message>
        <source>Choose the columns of {name}…</source>
        <translation>Die Spalten von {name} wählen…</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>What stayed the same keeps its translation.</source>
        <translation>Was gleich geblieben ist, behält seine Übersetzung.</translation>
    </message>
    <message>
        <source>Show “{name}” in its folder</source>
        <translation>„{name}“ in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>{name} aus dieser Liste entfernen</translation>
    </message>
</context>
<context>
    <name>DocumentTranslation</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>Das Dokument wurde geändert, seit es gelesen wurde.</translation>
    </message>
    <message>
        <source>Read it again: what stayed the same keeps its translation.</source>
        <translation>Lesen Sie es neu: Was gleich geblieben ist, behält seine Übersetzung.</translation>
    </message>
    <message>
        <source>This is the document itself.</source>
        <translation>Das ist das Dokument selbst.</translation>
    </message>
    <message>
        <source>Choose another name for the translation.</source>
        <translation>Wählen Sie einen anderen Namen für die Übersetzung.</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Reading the document…</source>
        <translation>Das Dokument wird gelesen…</translation>
    </message>
    <message>
        <source>Say which columns are to be translated.</source>
        <translation>Sagen Sie, welche Spalten übersetzt werden sollen.</translation>
    </message>
    <message>
        <source>{percent} · waits for its turn</source>
        <translation>{percent} · wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>{percent} · angehalten</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>{percent} · abgebrochen. Was da ist, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln passage(s)</source>
        <translation>
            <numerusform>{done} von %Ln Stelle</numerusform>
            <numerusform>{done} von %Ln Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>look at %Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Stelle ansehen</numerusform>
            <numerusform>%Ln Stellen ansehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are still in the original language.</source>
        <translation>
            <numerusform>%Ln Stelle ist noch in der ursprünglichen Sprache.</numerusform>
            <numerusform>%Ln Stellen sind noch in der ursprünglichen Sprache.</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} · the model is loading</source>
        <translation>{percent} · das Modell wird geladen</translation>
    </message>
    <message>
        <source>{percent} · waits for an answer in the chat</source>
        <translation>{percent} · wartet auf eine Antwort im Chat</translation>
    </message>
    <message>
        <source>Translated, not saved yet</source>
        <translation>Übersetzt, noch nicht gesichert</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>Seit dem Sichern geändert</translation>
    </message>
    <message>
        <source>Translated and saved</source>
        <translation>Übersetzt und gesichert</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that you may read it.</source>
        <translation>Die Datei lässt sich nicht öffnen. Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This is a folder or a device. Attach single files.</source>
        <translation>Das ist ein Ordner oder ein Gerät. Hängen Sie einzelne Dateien an.</translation>
    </message>
    <message>
        <source>The file is larger than {size}. Attach the part of it that matters.</source>
        <translation>Die Datei ist größer als {size}. Hängen Sie den Teil an, auf den es ankommt.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>In dieser Datei ist kein Text.</translation>
    </message>
    <message>
        <source>This file holds data, not text.</source>
        <translation>Diese Datei enthält Daten, keinen Text.</translation>
    </message>
    <message>
        <source>Pictures cannot be read yet, only text.</source>
        <translation>Bilder können noch nicht gelesen werden, nur Text.</translation>
    </message>
    <message>
        <source>This is an old Office file. Save it as .docx or PDF, then attach that.</source>
        <translation>Das ist eine alte Office-Datei. Speichern Sie sie als .docx oder PDF und hängen Sie diese an.</translation>
    </message>
    <message>
        <source>Files of this kind ({kind}) cannot be read. Save it as PDF, .docx or text, then attach that.</source>
        <translation>Dateien dieser Art ({kind}) können nicht gelesen werden. Speichern Sie sie als PDF, .docx oder Text und hängen Sie diese an.</translation>
    </message>
    <message>
        <source>This file has a password. Save a copy without one, then attach that.</source>
        <translation>Diese Datei hat ein Kennwort. Speichern Sie eine Kopie ohne und hängen Sie diese an.</translation>
    </message>
    <message>
        <source>Its pages are pictures without text. Run text recognition (OCR) on it first.</source>
        <translation>Ihre Seiten sind Bilder ohne Text. Lassen Sie zuerst eine Texterkennung (OCR) darüber laufen.</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a document has.</source>
        <translation>Diese Datei entpackt sich zu weit mehr, als ein Dokument hat.</translation>
    </message>
    <message>
        <source>Reading this file took too long, so it was stopped.</source>
        <translation>Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading this file took too much memory.</source>
        <translation>Das Lesen dieser Datei brauchte zu viel Speicher.</translation>
    </message>
    <message>
        <source>This file could not be read; it may be damaged.</source>
        <translation>Diese Datei konnte nicht gelesen werden; vielleicht ist sie beschädigt.</translation>
    </message>
    <message>
        <source>This file is damaged. Open it in its own program and save it again.</source>
        <translation>Diese Datei ist beschädigt. Öffnen Sie sie in ihrem eigenen Programm, und sichern Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>“{name}”: documents of this kind cannot be translated.</source>
        <translation>„{name}“: Dokumente dieser Art lassen sich nicht übersetzen.</translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation>Dokumente ({endings})</translation>
    </message>
    <message>
        <source>Translate documents</source>
        <translation>Dokumente übersetzen</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>Die Übersetzung sichern</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Gesichert als „{name}“.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>{percent} · tries again by itself in {seconds} s</source>
        <translation>{percent} · neuer Versuch von selbst in {seconds} s</translation>
    </message>
    <message>
        <source>Checking that every byte is right…</source>
        <translation>Es wird geprüft, ob jedes Byte stimmt…</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>{percent} · angehalten</translation>
    </message>
    <message>
        <source>Downloaded and verified</source>
        <translation>Heruntergeladen und geprüft</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>{percent} · abgebrochen. Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>{name} anhalten</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>Mit {name} fortfahren</translation>
    </message>
    <message>
        <source>Try {name} again</source>
        <translation>{name} noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show {name} in the library</source>
        <translation>{name} in der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>{name} aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>{name} abbrechen</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Drag to change the order, or press Alt with the up and down arrow keys.</source>
        <translation>Die Reihenfolge ändern Sie durch Ziehen oder mit Alt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>Es wird nichts heruntergeladen</translation>
    </message>
    <message>
        <source>Downloads go on by themselves after a break, even when Parley was closed in between.</source>
        <translation>Downloads gehen nach einer Unterbrechung von selbst weiter, auch wenn Parley zwischendurch geschlossen war.</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>Modelle entdecken</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop files here to attach them</source>
        <translation>Dateien hier ablegen, um sie anzuhängen</translation>
    </message>
    <message>
        <source>Exported conversations are imported</source>
        <translation>Exportierte Unterhaltungen werden importiert</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Make smaller…</source>
        <translation>Verkleinern…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>your own file</source>
        <translation>Ihre eigene Datei</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Parley uses it where it is and never deletes it.</source>
        <translation>Parley benutzt sie, wo sie liegt, und löscht sie nie.</translation>
    </message>
    <message>
        <source>update available</source>
        <translation>neuere Fassung verfügbar</translation>
    </message>
    <message>
        <source>Answer with this model from now on</source>
        <translation>Von jetzt an mit diesem Modell antworten</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>Noch einmal herunterladen…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Show the update…</source>
        <translation>Neuere Fassung zeigen…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Verifying… {percent}</source>
        <translation>Wird geprüft… {percent}</translation>
    </message>
    <message>
        <source>Making a smaller copy… {percent}</source>
        <translation>Wird verkleinert… {percent}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete everything?</source>
        <translation>Alles löschen?</translation>
    </message>
    <message>
        <source>All conversations and their copies, the keys, the settings, caches and technical notes are deleted from this computer, and Parley closes. Nothing can bring them back, not even the recovery code.</source>
        <translation>Alle Unterhaltungen und ihre Kopien, die Schlüssel, die Einstellungen, Zwischenspeicher und technischen Notizen werden von diesem Computer gelöscht, und Parley schließt sich. Nichts kann sie zurückbringen, auch nicht der Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Files that you exported stay where you saved them.</source>
        <translation>Dateien, die Sie exportiert haben, bleiben, wo Sie sie gespeichert haben.</translation>
    </message>
    <message>
        <source>Also delete the models in Parley&apos;s own folder</source>
        <translation>Auch die Modelle in Parleys eigenem Ordner löschen</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>the word that is typed</comment>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Type “{word}” to go on:</source>
        <translation>Geben Sie „{word}“ ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>How the context is kept</source>
        <translation>Wie der Kontext gehalten wird</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Exact (f16)</source>
        <translation>Genau (f16)</translation>
    </message>
    <message>
        <source>Half the memory (q8_0)</source>
        <translation>Halber Speicher (q8_0)</translation>
    </message>
    <message>
        <source>{part} of {all}</source>
        <translation>{part} von {all}</translation>
    </message>
    <message>
        <source>Layers whose experts stay on the CPU</source>
        <translation>Schichten, deren Experten auf der CPU bleiben</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>With what the model thought</source>
        <translation>Mit dem, was das Modell dachte</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it.</source>
        <translation>Die Datei ist nicht verschlüsselt: Wer sie hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>Diese Unterhaltung exportieren</translation>
    </message>
    <message>
        <source>Export {number} conversations</source>
        <translation>{number} Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text for notes and editors</source>
        <translation>Text für Notizen und Editoren</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything, with all versions; Parley can read it again</source>
        <translation>Alles, mit allen Fassungen; Parley kann es wieder lesen</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>For any browser; loads nothing from anywhere</source>
        <translation>Für jeden Browser; lädt nichts von irgendwoher</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>For printing and sending</source>
        <translation>Zum Drucken und Versenden</translation>
    </message>
    <message>
        <source>Parley conversations</source>
        <translation>Parley-Unterhaltungen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Everything was deleted</source>
        <translation>Alles wurde gelöscht</translation>
    </message>
    <message>
        <source>Not everything was deleted</source>
        <translation>Nicht alles wurde gelöscht</translation>
    </message>
    <message>
        <source>These could not be deleted:</source>
        <translation>Dies konnte nicht gelöscht werden:</translation>
    </message>
    <message>
        <source>Parley closes now. At its next start it begins as on the first day.</source>
        <translation>Parley schließt sich jetzt. Beim nächsten Start beginnt es wie am ersten Tag.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Die vorige Stelle</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Die nächste Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in closed thoughts</source>
        <translation>
            <numerusform>%Ln weitere in zugeklappten Gedanken</numerusform>
            <numerusform>%Ln weitere in zugeklappten Gedanken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Parley is ready, with a tiny starter model</source>
        <translation>Parley ist bereit, mit einem winzigen Startmodell</translation>
    </message>
    <message>
        <source>Keep the starter model</source>
        <translation>Beim Startmodell bleiben</translation>
    </message>
    <message>
        <source>I have a file…</source>
        <translation>Ich habe eine Datei…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It shows how everything works. A bigger model knows more and answers better.</source>
        <translation>Es zeigt, wie alles geht. Ein größeres Modell weiß mehr und antwortet besser.</translation>
    </message>
    <message>
        <source>See which models suit this computer</source>
        <translation>Zeigen, welche Modelle zu diesem Rechner passen</translation>
    </message>
    <message>
        <source>It shows how everything works. For this computer we recommend {name}, a download of {size}.</source>
        <translation>Es zeigt, wie alles geht. Für diesen Rechner empfehlen wir {name}, ein Download von {size}.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} herunterladen</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary: {source} → {target}</source>
        <translation>Glossar: {source} → {target}</translation>
    </message>
    <message>
        <source>The model is asked to use these words, and each translation is checked for them.</source>
        <translation>Das Modell soll diese Wörter verwenden, und jede Übersetzung wird darauf geprüft.</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Ein Wort hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“{name}” has no words of these two languages.</source>
        <translation>„{name}“ enthält keine Wörter dieser beiden Sprachen.</translation>
    </message>
    <message>
        <source>“{name}” is no glossary in CSV or TBX.</source>
        <translation>„{name}“ ist kein Glossar in CSV oder TBX.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) were added.</source>
        <translation>
            <numerusform>%Ln Wort wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Wörter wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Gespeichert als „{name}“.</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>Wörter des Glossars</translation>
    </message>
    <message>
        <source>Choose the language of the text first.</source>
        <translation>Wählen Sie zuerst die Sprache des Textes.</translation>
    </message>
    <message>
        <source>That did not work: {reason}</source>
        <translation>Das hat nicht geklappt: {reason}</translation>
    </message>
    <message>
        <source>Glossaries (*.csv *.tbx *.tsv *.xml)</source>
        <translation>Glossare (*.csv *.tbx *.tsv *.xml)</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>Ein Glossar importieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;TBX (*.tbx)</source>
        <translation>CSV (*.csv);;TBX (*.tbx)</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>Das Glossar exportieren</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>What would you like to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>Fragen Sie, was Sie möchten. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Translate the following text from English into German. Output only the translation.</source>
        <translation>Translate the following text from English into German. Output only the translation.</translation>
    </message>
    <message>
        <source>What is 347 + 268 + 119?</source>
        <translation>What is 347 + 268 + 119?</translation>
    </message>
    <message>
        <source>Write hello world in Python.</source>
        <translation>Write hello world in Python.</translation>
    </message>
    <message>
        <source>Show me a table.</source>
        <translation>Show me a table.</translation>
    </message>
    <message>
        <source>Translate “Good morning” into German.</source>
        <translation>Translate “Good morning” into German.</translation>
    </message>
    <message>
        <source>An example to try</source>
        <translation>Ein Beispiel zum Ausprobieren</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search translations</source>
        <translation>Übersetzungen durchsuchen</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Übersetzungen</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Nur die mit Stern</translation>
    </message>
    <message>
        <source>Keep what I translate</source>
        <translation>Behalten, was ich übersetze</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations.</source>
        <translation>Verschlüsselt auf diesem Computer, wie Ihre Unterhaltungen.</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>Alle entfernen…</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Den Stern wegnehmen</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>Einen Stern geben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing is kept, because you do not want it.</source>
        <translation>Es wird nichts behalten, weil Sie es nicht wünschen.</translation>
    </message>
    <message>
        <source>What you translate is listed here, encrypted on this computer.</source>
        <translation>Was Sie übersetzen, steht hier, verschlüsselt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>with a star</source>
        <translation>mit Stern</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import finished</source>
        <translation>Import fertig</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Show the first one</source>
        <translation>Die erste zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with {messages} are in the list now.</source>
        <translation>
            <numerusform>%Ln Unterhaltung mit {messages} steht jetzt in der Liste.</numerusform>
            <numerusform>%Ln Unterhaltungen mit {messages} stehen jetzt in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were here in another version; both are kept.</source>
        <translation>
            <numerusform>%Ln davon war in einer anderen Fassung schon hier; beide bleiben.</numerusform>
            <numerusform>%Ln davon waren in einer anderen Fassung schon hier; beide bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already and have gone on: what was new in them was added.</source>
        <translation>
            <numerusform>%Ln war schon hier und ist weitergegangen: Was darin neu war, wurde ergänzt.</numerusform>
            <numerusform>%Ln waren schon hier und sind weitergegangen: Was darin neu war, wurde ergänzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already, unchanged, and were left alone.</source>
        <translation>
            <numerusform>%Ln war unverändert schon hier und wurde gelassen.</numerusform>
            <numerusform>%Ln waren unverändert schon hier und wurden gelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken over:</source>
        <translation>
            <numerusform>%Ln konnte nicht übernommen werden:</numerusform>
            <numerusform>%Ln konnten nicht übernommen werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it; what came in before is whole.</source>
        <translation>Sie haben es angehalten; was vorher hereinkam, ist vollständig.</translation>
    </message>
    <message>
        <source>“{name}” holds no conversations.</source>
        <translation>„{name}“ enthält keine Unterhaltungen.</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… und {number} weitere</translation>
    </message>
    <message>
        <source>What could not be taken over</source>
        <translation>Was nicht übernommen werden konnte</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest text</source>
        <translation>Zum neuesten Text springen</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Swap the languages</source>
        <translation>Die Sprachen tauschen</translation>
    </message>
    <message>
        <source>Tone: {tone}</source>
        <translation>Ton: {tone}</translation>
    </message>
    <message>
        <source>About: {domain}</source>
        <translation>Thema: {domain}</translation>
    </message>
    <message>
        <source>The model thinks before each sentence: slower, better with wordplay and hidden meanings.</source>
        <translation>Das Modell denkt vor jedem Satz nach: langsamer, besser bei Wortspielen und Zwischentönen.</translation>
    </message>
    <message>
        <source>This model cannot think.</source>
        <translation>Dieses Modell kann nicht denken.</translation>
    </message>
    <message>
        <source>Think harder</source>
        <translation>Gründlicher denken</translation>
    </message>
    <message>
        <source>What is the text about?</source>
        <translation>Worum geht es in dem Text?</translation>
    </message>
    <message>
        <source>For example: a rental contract</source>
        <translation>Zum Beispiel: ein Mietvertrag</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Detected: {language}</source>
        <translation>Erkannt: {language}</translation>
    </message>
    <message>
        <source>Detect language</source>
        <translation>Sprache erkennen</translation>
    </message>
    <message>
        <source>Translate from: {language}</source>
        <translation>Übersetzen aus: {language}</translation>
    </message>
    <message>
        <source>Translate into: {language}</source>
        <translation>Übersetzen in: {language}</translation>
    </message>
</context>
<context>
    <name>LanguagePopup</name>
    <message>
        <source>English name, own name or code</source>
        <translation>Name der Sprache oder Kürzel</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>Eine Sprache suchen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>No language is called “{text}”.</source>
        <translation>Keine Sprache heißt „{text}“.</translation>
    </message>
</context>
<context>
    <name>LanguageRows</name>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Alle Sprachen</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{used} in models · {free} free on this disk</source>
        <translation>{used} in Modellen · {free} frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Use a GGUF file that is on this computer already</source>
        <translation>Eine GGUF-Datei verwenden, die schon auf diesem Rechner liegt</translation>
    </message>
    <message>
        <source>Nothing in the library has these words.</source>
        <translation>Nichts in der Bibliothek enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>Modelle entdecken</translation>
    </message>
    <message>
        <source>The starter model shows how everything works. Bigger ones know more and answer better.</source>
        <translation>Das Startmodell zeigt, wie alles geht. Größere wissen mehr und antworten besser.</translation>
    </message>
    <message>
        <source>Room for a bigger model</source>
        <translation>Platz für ein größeres Modell</translation>
    </message>
    <message>
        <source>“{name}” was removed from the list. Its file stays where it is.</source>
        <translation>„{name}“ wurde aus der Liste entfernt. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>“{name}” was moved to the trash.</source>
        <translation>„{name}“ liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open a link</source>
        <translation>Einen Link öffnen</translation>
    </message>
    <message>
        <source>This link leaves Parley and opens in another program:</source>
        <translation>Dieser Link verlässt Parley und öffnet sich in einem anderen Programm:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Copy the last answer</source>
        <translation>Die letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The last answer was copied.</source>
        <translation>Die letzte Antwort wurde kopiert.</translation>
    </message>
    <message>
        <source>{title} – Parley</source>
        <translation>{title} – Parley</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Unterhaltungen importieren…</translation>
    </message>
    <message>
        <source>Copies of the conversations…</source>
        <translation>Kopien der Unterhaltungen…</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {reason}</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Change this message</source>
        <translation>Diese Nachricht ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The message as it was stays as a version.</source>
        <translation>Die Nachricht bleibt, wie sie war, als Fassung erhalten.</translation>
    </message>
    <message>
        <source>The answer as it was stays as a version. Ctrl+Enter saves.</source>
        <translation>Die Antwort bleibt, wie sie war, als Fassung erhalten. Strg+Enter speichert.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation>Weitere Modelle holen…</translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation>Eine GGUF-Datei öffnen…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>loading {percent} %</source>
        <translation>lädt {percent} %</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>Choose one below. The starter model is always there.</source>
        <translation>Wählen Sie unten eines. Das Startmodell ist immer da.</translation>
    </message>
    <message>
        <source>Loading: {percent} %</source>
        <translation>Wird geladen: {percent} %</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Laden abbrechen</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>Die Grafikkarte wird geprüft…</translation>
    </message>
    <message>
        <source>Check the graphics card again</source>
        <translation>Die Grafikkarte noch einmal prüfen</translation>
    </message>
    <message>
        <source>Starter model (built in)</source>
        <translation>Startmodell (eingebaut)</translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>{number} tokens</source>
        <translation>{number} Token</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Fitting this computer</source>
        <translation>Passend zu diesem Computer</translation>
    </message>
    <message>
        <source>How much of a conversation a model sees. For the next model that is loaded.</source>
        <translation>Wie viel von einer Unterhaltung ein Modell sieht. Für das nächste Modell, das geladen wird.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor cores that a model may use. For the next model that is loaded.</source>
        <translation>Prozessorkerne, die ein Modell benutzen darf. Für das nächste Modell, das geladen wird.</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>höchstens {size}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Remember conversations on the disk</source>
        <translation>Unterhaltungen auf der Platte merken</translation>
    </message>
    <message>
        <source>What a model has read of long conversations, encrypted, so that it need not read them again after a start.</source>
        <translation>Was ein Modell von langen Unterhaltungen gelesen hat, verschlüsselt, damit es sie nach einem Start nicht neu lesen muss.</translation>
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
        <translation>{tokens} Token Kontext</translation>
    </message>
    <message>
        <source>{count} billion parameters</source>
        <translation>{count} Milliarden Parameter</translation>
    </message>
    <message>
        <source>{count} million parameters</source>
        <translation>{count} Millionen Parameter</translation>
    </message>
    <message>
        <source>Can think before it answers</source>
        <translation>Kann vor der Antwort nachdenken</translation>
    </message>
    <message>
        <source>Always thinks before it answers</source>
        <translation>Denkt vor jeder Antwort nach</translation>
    </message>
    <message>
        <source>Answers without thinking</source>
        <translation>Antwortet, ohne nachzudenken</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Thinking: switch and budget</source>
        <translation>Nachdenken: Schalter und Budget</translation>
    </message>
    <message>
        <source>Thinking: always, with a budget</source>
        <translation>Nachdenken: immer, mit Budget</translation>
    </message>
    <message>
        <source>Thinking: effort levels</source>
        <translation>Nachdenken: Stufen</translation>
    </message>
    <message>
        <source>No thinking</source>
        <translation>Kein Nachdenken</translation>
    </message>
    <message>
        <source>Mixture of experts</source>
        <translation>Mischung von Experten</translation>
    </message>
    <message>
        <source>up to {size} context</source>
        <translation>bis zu {size} Kontext</translation>
    </message>
    <message>
        <source>{number} B parameters</source>
        <translation>{number} Mrd. Parameter</translation>
    </message>
    <message>
        <source>{number} M parameters</source>
        <translation>{number} Mio. Parameter</translation>
    </message>
    <message>
        <source>&lt; {number}</source>
        <translation>&lt; {number}</translation>
    </message>
    <message>
        <source>{number}k</source>
        <translation>{number}k</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} Token/s</translation>
    </message>
    <message>
        <source>~ {number}</source>
        <translation>~ {number}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation>noch {number} s</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>noch {number} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>heute benutzt</translation>
    </message>
    <message>
        <source>used yesterday</source>
        <translation>gestern benutzt</translation>
    </message>
    <message>
        <source>used on {day}</source>
        <translation>zuletzt benutzt: {day}</translation>
    </message>
    <message>
        <source>{number}M</source>
        <translation>{number} Mio.</translation>
    </message>
    <message>
        <source>{number} downloads</source>
        <translation>{number} Downloads</translation>
    </message>
    <message>
        <source>{number} likes</source>
        <translation>{number} Likes</translation>
    </message>
    <message>
        <source>updated {date}</source>
        <translation>erneuert {date}</translation>
    </message>
    <message>
        <source>needs your agreement on its page</source>
        <translation>verlangt Ihre Zustimmung auf seiner Seite</translation>
    </message>
</context>
<context>
    <name>ModelsBar</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>Entdecken</translation>
    </message>
    <message>
        <source>Downloads · {count}</source>
        <translation>Downloads · {count}</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search Hugging Face and ModelScope</source>
        <translation>Modelle im Netz suchen</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the models</source>
        <translation>Zurück zu den Modellen</translation>
    </message>
    <message>
        <source>Where it will live: {summary}</source>
        <translation>Wo es liegen wird: {summary}</translation>
    </message>
    <message>
        <source>Added to the downloads. You can go on chatting meanwhile.</source>
        <translation>Zu den Downloads hinzugefügt. Sie können unterdessen weiterschreiben.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>Something went wrong in Parley while it used the network.</source>
        <translation>In Parley ging etwas schief, als es das Netz benutzte.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>Drücken Sie „Noch einmal“. Wenn es wieder geschieht, melden Sie es.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s connection to the internet.</source>
        <translation>Prüfen Sie die Verbindung dieses Rechners zum Internet.</translation>
    </message>
    <message>
        <source>{hub} cannot be reached.</source>
        <translation>{hub} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The address of {hub} was not found.</source>
        <translation>Die Adresse von {hub} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and the address of the mirror if one is set.</source>
        <translation>Prüfen Sie die Verbindung zum Internet und, falls eingestellt, die Adresse des Spiegels.</translation>
    </message>
    <message>
        <source>{hub} does not answer.</source>
        <translation>{hub} antwortet nicht.</translation>
    </message>
    <message>
        <source>The connection to {hub} is not safe: its certificate is not trusted here.</source>
        <translation>Die Verbindung zu {hub} ist nicht sicher: Dem Zertifikat wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>A company&apos;s network or a virus scanner may be in between; its certificate has to be installed in the system. Also check the computer&apos;s date.</source>
        <translation>Vielleicht steht ein Firmennetz oder ein Virenscanner dazwischen; dessen Zertifikat muss im System installiert sein. Prüfen Sie auch das Datum des Rechners.</translation>
    </message>
    <message>
        <source>The proxy server does not let the connection through.</source>
        <translation>Der Proxy-Server lässt die Verbindung nicht durch.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{hub} has been asked too often and wants a pause.</source>
        <translation>{hub} wurde zu oft gefragt und will eine Pause.</translation>
    </message>
    <message>
        <source>{hub} has no such model, or it is private.</source>
        <translation>{hub} hat kein solches Modell, oder es ist privat.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>This model&apos;s owner wants its terms to be accepted first.</source>
        <translation>Der Eigentümer dieses Modells verlangt zuerst die Zustimmung zu seinen Bedingungen.</translation>
    </message>
    <message>
        <source>Open its page, sign in and accept the terms, then enter your access token in the settings.</source>
        <translation>Öffnen Sie die Seite, melden Sie sich an und stimmen Sie zu; tragen Sie dann Ihr Zugangstoken in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>{hub} asks for an access token, or refuses the one that is set.</source>
        <translation>{hub} verlangt ein Zugangstoken oder lehnt das eingestellte ab.</translation>
    </message>
    <message>
        <source>Enter a valid token in the settings.</source>
        <translation>Tragen Sie ein gültiges Token in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>{hub} has a problem of its own.</source>
        <translation>{hub} hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>Press Retry. What is good so far is kept.</source>
        <translation>Drücken Sie „Noch einmal“. Was bisher gut ist, bleibt.</translation>
    </message>
    <message>
        <source>Choose another file of this model, or one from another owner.</source>
        <translation>Wählen Sie eine andere Datei dieses Modells oder eine von einem anderen Eigentümer.</translation>
    </message>
    <message>
        <source>Something else came instead of {hub}&apos;s answer.</source>
        <translation>Statt der Antwort von {hub} kam etwas anderes.</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, open it in a browser, then press Retry.</source>
        <translation>Wenn dieses Netz eine Anmeldeseite hat, öffnen Sie sie im Browser und drücken Sie dann „Noch einmal“.</translation>
    </message>
    <message>
        <source>The file was replaced on {hub} meanwhile.</source>
        <translation>Die Datei wurde auf {hub} inzwischen ersetzt.</translation>
    </message>
    <message>
        <source>What arrived is not the file that {hub} announced, so it is not used.</source>
        <translation>Was ankam, ist nicht die Datei, die {hub} angekündigt hatte; sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The file has a name that Parley does not write to your disk.</source>
        <translation>Die Datei hat einen Namen, den Parley nicht auf Ihren Datenträger schreibt.</translation>
    </message>
    <message>
        <source>A part of this model is missing on {hub}.</source>
        <translation>Ein Teil dieses Modells fehlt auf {hub}.</translation>
    </message>
    <message>
        <source>This file is not a model that Parley can read.</source>
        <translation>Diese Datei ist kein Modell, das Parley lesen kann.</translation>
    </message>
    <message>
        <source>Choose another folder for models in the settings.</source>
        <translation>Wählen Sie in den Einstellungen einen anderen Ordner für Modelle.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} needed, {free} free.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz: {needed} nötig, {free} frei.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for models in the settings.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie in den Einstellungen einen anderen Ordner für Modelle.</translation>
    </message>
    <message>
        <source>Parley may not write to the folder for models.</source>
        <translation>Parley darf in den Ordner für Modelle nicht schreiben.</translation>
    </message>
    <message>
        <source>Another window of Parley is downloading this model.</source>
        <translation>Ein anderes Fenster von Parley lädt dieses Modell gerade herunter.</translation>
    </message>
    <message>
        <source>Wait for it, or close it and press Retry.</source>
        <translation>Warten Sie, oder schließen Sie es und drücken Sie „Noch einmal“.</translation>
    </message>
</context>
<context>
    <name>NetworkSettings</name>
    <message>
        <source>Offline: search and download nothing</source>
        <translation>Offline: nichts suchen und nichts herunterladen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>Ordner für Modelle</translation>
    </message>
    <message>
        <source>Another one is used from the next start on; what is in the old one stays there.</source>
        <translation>Ein anderer gilt ab dem nächsten Start; was im alten liegt, bleibt dort.</translation>
    </message>
    <message>
        <source>Parley&apos;s own</source>
        <translation>Der von Parley</translation>
    </message>
    <message>
        <source>{hub} token</source>
        <translation>{hub}-Token</translation>
    </message>
    <message>
        <source>{hub} mirror</source>
        <translation>{hub}-Spiegel</translation>
    </message>
    <message>
        <source>The hub&apos;s own address</source>
        <translation>Die eigene Adresse</translation>
    </message>
    <message>
        <source>Its password is kept in the system&apos;s keyring.</source>
        <translation>Sein Passwort liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Its password is kept until Parley is closed: no keyring took it.</source>
        <translation>Sein Passwort bleibt, bis Parley geschlossen wird: Kein Schlüsselbund nahm es an.</translation>
    </message>
    <message>
        <source>This is no token: it has spaces or letters that none has.</source>
        <translation>Das ist kein Token: Es enthält Leerzeichen oder Zeichen, die keines hat.</translation>
    </message>
    <message>
        <source>Only needed for models whose owner asks for your agreement.</source>
        <translation>Nur nötig für Modelle, deren Eigentümer Ihre Zustimmung verlangt.</translation>
    </message>
    <message>
        <source>A token is kept in the system&apos;s keyring. Type another to replace it.</source>
        <translation>Ein Token liegt im Schlüsselbund des Systems. Ein anderes ersetzt es.</translation>
    </message>
    <message>
        <source>A token is kept until Parley is closed. Type another to replace it.</source>
        <translation>Ein Token bleibt, bis Parley geschlossen wird. Ein anderes ersetzt es.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No model is loaded: it is what translates.</source>
        <translation>Es ist kein Modell geladen: Ohne eines wird nichts übersetzt.</translation>
    </message>
    <message>
        <source>The model is loading. The translation begins by itself.</source>
        <translation>Das Modell wird geladen. Die Übersetzung beginnt von selbst.</translation>
    </message>
    <message>
        <source>An answer is being written in the chat. The translation goes on right after it.</source>
        <translation>In der Unterhaltung wird gerade geantwortet. Die Übersetzung geht gleich danach weiter.</translation>
    </message>
    <message>
        <source>This looks like {language}.</source>
        <translation>Das sieht nach {language} aus.</translation>
    </message>
    <message>
        <source>Translate from {language}</source>
        <translation>Aus {language} übersetzen</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle zeigen</translation>
    </message>
</context>
<context>
    <name>NoticeActions</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Think less</source>
        <translation>Weniger denken</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
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
        <translation>Nach der Größe beurteilt; die eigenen Angaben werden vor dem Download gelesen.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>On this computer, {size} context</source>
        <translation>Hier, mit {size} Kontext</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>kein Verlust</translation>
    </message>
    <message>
        <source>hardly any loss</source>
        <translation>kaum Verlust</translation>
    </message>
    <message>
        <source>slight loss</source>
        <translation>kleiner Verlust</translation>
    </message>
    <message>
        <source>noticeable loss</source>
        <translation>merklicher Verlust</translation>
    </message>
    <message>
        <source>strong loss</source>
        <translation>großer Verlust</translation>
    </message>
    <message>
        <source>{part} of {all} active</source>
        <translation>{part} von {all} aktiv</translation>
    </message>
    <message>
        <source>{number} languages</source>
        <translation>{number} Sprachen</translation>
    </message>
    <message>
        <source>{number}B</source>
        <translation>{number} Mrd.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} Dateien</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Hide the thoughts</source>
        <translation>Gedanken ausblenden</translation>
    </message>
    <message>
        <source>Show all thoughts</source>
        <translation>Alle Gedanken zeigen</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>Unterhaltungen schützen</translation>
    </message>
    <message>
        <source>Parley keeps your conversations encrypted. This system has no keyring that could hold the key, so it is made from a passphrase that Parley asks for at each start.</source>
        <translation>Parley bewahrt Ihre Unterhaltungen verschlüsselt auf. Dieses System hat keinen Schlüsselbund für den Schlüssel; darum wird er aus einer Passphrase gebildet, nach der Parley bei jedem Start fragt.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>At least {count} characters. Several words are easy to remember and hard to guess.</source>
        <translation>Mindestens {count} Zeichen. Mehrere Wörter sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>The two are different.</source>
        <translation>Die beiden sind verschieden.</translation>
    </message>
    <message>
        <source>Nobody can reset it, but you will get a recovery code.</source>
        <translation>Niemand kann sie zurücksetzen, aber Sie bekommen einen Wiederherstellungscode.</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Show more of this message</source>
        <translation>Mehr von dieser Nachricht zeigen</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Diese Nachricht kopieren</translation>
    </message>
    <message>
        <source>Change this message and ask again</source>
        <translation>Diese Nachricht ändern und neu fragen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Change and ask again</source>
        <translation>Ändern und neu fragen</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>fits on the GPU</source>
        <translation>passt auf die GPU</translation>
    </message>
    <message>
        <source>GPU, experts on the CPU</source>
        <translation>GPU, Experten auf der CPU</translation>
    </message>
    <message>
        <source>GPU + CPU, {part}/{all} layers</source>
        <translation>GPU + CPU, {part}/{all} Schichten</translation>
    </message>
    <message>
        <source>runs on the CPU</source>
        <translation>läuft auf der CPU</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>bis {size}</translation>
    </message>
    <message>
        <source>Memory · {size}</source>
        <translation>Arbeitsspeicher · {size}</translation>
    </message>
    <message>
        <source>GPU · {name}, {size}</source>
        <translation>GPU · {name}, {size}</translation>
    </message>
    <message>
        <source>model {size}</source>
        <translation>Modell {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>Kontext {size}</translation>
    </message>
    <message>
        <source>working memory {size}</source>
        <translation>Rechenspeicher {size}</translation>
    </message>
    <message>
        <source>other programs {size}</source>
        <translation>andere Programme {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>frei {size}</translation>
    </message>
    <message>
        <source>{size} too little</source>
        <translation>{size} zu wenig</translation>
    </message>
    <message>
        <source>{name} with {size}</source>
        <translation>{name} mit {size}</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>PlacementPanel</name>
    <message>
        <source>choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Where it will live</source>
        <translation>Wo es liegen wird</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Rechner wird angesehen…</translation>
    </message>
    <message>
        <source>Choose a model to see which memory it needs, before you download it.</source>
        <translation>Wählen Sie ein Modell und sehen Sie vor dem Download, welchen Speicher es braucht.</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>Die Grafikkarte wird geprüft…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>{name} with {size} context</source>
        <translation>{name} mit {size} Kontext</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>Einstellungen für Kenner</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Zurück zur Automatik</translation>
    </message>
    <message>
        <source>Load again with this</source>
        <translation>Damit neu laden</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context · automatic</source>
        <translation>Kontext · automatisch</translation>
    </message>
    <message>
        <source>all {number}</source>
        <translation>alle {number}</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>Schichten auf der GPU</translation>
    </message>
    <message>
        <source>GPU layers · automatic</source>
        <translation>Schichten auf der GPU · automatisch</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>No preset</source>
        <translation>Keine Voreinstellung</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>Noch keine Voreinstellungen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Save, rename or delete presets</source>
        <translation>Voreinstellungen speichern, umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation>Diese Werte als Voreinstellung speichern…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>The preset “{name}” was replaced.</source>
        <translation>Die Voreinstellung „{name}“ wurde ersetzt.</translation>
    </message>
    <message>
        <source>“{name}” holds from the next answer on.</source>
        <translation>„{name}“ gilt von der nächsten Antwort an.</translation>
    </message>
    <message>
        <source>The settings of this conversation are the usual ones again.</source>
        <translation>In dieser Unterhaltung gelten wieder die üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>Die Voreinstellung „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>Diese Änderung konnte nicht gespeichert werden: Beim nächsten Start von Parley ist sie weg.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Translated from: {language}</source>
        <translation>Übersetzt aus: {language}</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>Zurück zu den Dokumenten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Document and translation</source>
        <translation>Dokument und Übersetzung</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Sichern unter…</translation>
    </message>
    <message>
        <source>There is nothing left to look at.</source>
        <translation>Es gibt nichts mehr anzusehen.</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Das Dokument wird gelesen…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Only marked · {count}</source>
        <translation>Nur markierte · {count}</translation>
    </message>
    <message>
        <source>Passages in which something may be wrong</source>
        <translation>Stellen, an denen etwas falsch sein kann</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The document has changed since it was read. Read it again: what stayed the same keeps its translation.</source>
        <translation>Das Dokument wurde geändert, seit es gelesen wurde. Lesen Sie es neu: Was gleich geblieben ist, behält seine Übersetzung.</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>Das Dokument ist nicht mehr, wo es war. Zum Sichern der Übersetzung wird es gebraucht.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>PrivacySettings</name>
    <message>
        <source>Copies of the conversations</source>
        <translation>Kopien der Unterhaltungen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>Was neu gemacht werden kann</translation>
    </message>
    <message>
        <source>Technical notes</source>
        <translation>Technische Notizen</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>Wo alles liegt</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Den Ordner öffnen: {name}</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Nothing is kept in this session.</source>
        <translation>In dieser Sitzung wird nichts behalten.</translation>
    </message>
    <message>
        <source>Parley closes, forgets all that it has read, and comes back asking for your passphrase.</source>
        <translation>Parley schließt sich, vergisst alles, was es gelesen hat, und fragt beim Wiederkommen nach Ihrer Passphrase.</translation>
    </message>
    <message>
        <source>The keyring of this computer opens your conversations: lock the computer to lock them.</source>
        <translation>Der Schlüsselbund dieses Computers öffnet Ihre Unterhaltungen: Sperren Sie den Computer, um sie zu sperren.</translation>
    </message>
    <message>
        <source>Lock the conversations</source>
        <translation>Unterhaltungen sperren</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Make a new recovery code…</source>
        <translation>Neuen Code erstellen…</translation>
    </message>
    <message>
        <source>It opens your conversations when the key of this computer is lost. The one before then opens nothing.</source>
        <translation>Er öffnet Ihre Unterhaltungen, wenn der Schlüssel dieses Computers verloren geht. Der vorige öffnet dann nichts mehr.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <source>Conversations with their copies and keys, settings, caches and notes. Nothing brings them back.</source>
        <translation>Unterhaltungen mit ihren Kopien und Schlüsseln, Einstellungen, Zwischenspeicher und Notizen. Nichts bringt sie zurück.</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>ProseBlock</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Image: {description}</source>
        <translation>Bild: {description}</translation>
    </message>
</context>
<context>
    <name>QuantizeDialog</name>
    <message>
        <source>Make a smaller copy</source>
        <translation>Eine kleinere Kopie machen</translation>
    </message>
    <message>
        <source>The copy needs less memory and answers faster, and loses a little quality. “{name}” stays.</source>
        <translation>Die Kopie braucht weniger Speicher, antwortet schneller und verliert ein wenig an Güte. „{name}“ bleibt.</translation>
    </message>
    <message>
        <source>This file cannot be made smaller: only F32, F16, BF16 and Q8_0 files can.</source>
        <translation>Diese Datei kann nicht verkleinert werden: Das geht nur mit F32, F16, BF16 und Q8_0.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for any of them.</source>
        <translation>Für keine davon ist Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Free on this disk: {size}. It takes a few minutes and can be cancelled.</source>
        <translation>Frei auf diesem Datenträger: {size}. Es dauert ein paar Minuten und lässt sich abbrechen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Kopie machen</translation>
    </message>
    <message>
        <source>about {size}, {percent} % smaller</source>
        <translation>etwa {size}, {percent} % kleiner</translation>
    </message>
    <message>
        <source>{size}: no room</source>
        <translation>{size}: kein Platz</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>Now at place {place} of {count}</source>
        <translation>Jetzt an Stelle {place} von {count}</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Do not send this message</source>
        <translation>Diese Nachricht nicht senden</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <translation>Als Nächstes: {text}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>It waits until you are done, and is sent after the answer.</source>
        <translation>Sie wartet, bis Sie fertig sind, und wird nach der Antwort gesendet.</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>Dokumente hinzufügen…</translation>
    </message>
    <message>
        <source>Translate whole documents</source>
        <translation>Ganze Dokumente übersetzen</translation>
    </message>
    <message>
        <source>Word, text, Markdown, web pages, subtitles, tables and the files of localisers. Layout, timing, tags and placeholders stay as they are. Drop files here, or choose them.</source>
        <translation>Word, Text, Markdown, Webseiten, Untertitel, Tabellen und die Dateien der Lokalisierer. Gestaltung, Zeiten, Tags und Platzhalter bleiben, wie sie sind. Lassen Sie Dateien hier fallen, oder wählen Sie welche.</translation>
    </message>
    <message>
        <source>Choose documents…</source>
        <translation>Dokumente wählen…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>The history is off, so documents are forgotten when Parley is closed.</source>
        <translation>Der Verlauf ist aus; Dokumente werden vergessen, wenn Parley geschlossen wird.</translation>
    </message>
    <message>
        <source>Documents go on behind whatever else you do here, and after Parley was closed.</source>
        <translation>Dokumente gehen weiter, was immer Sie hier sonst tun, und auch, nachdem Parley geschlossen war.</translation>
    </message>
</context>
<context>
    <name>ReasoningPane</name>
    <message>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <source>Stop thinking and answer with what is there</source>
        <translation>Mit dem Nachdenken aufhören und mit dem Bisherigen antworten</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>Länger nachdenken</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>Bei diesen Gedanken weitermachen und neu antworten</translation>
    </message>
    <message>
        <source>The thoughts repeat themselves.</source>
        <translation>Die Gedanken wiederholen sich.</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>Ihr Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Your conversations are encrypted on this computer. If its key is ever lost, after a new installation of the system for example, this code is the only way to open them.</source>
        <translation>Ihre Unterhaltungen sind auf diesem Computer verschlüsselt. Geht der Schlüssel je verloren, etwa nach einer Neuinstallation des Systems, lassen sie sich nur mit diesem Code öffnen.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Keep it where others cannot see it. It is shown only now.</source>
        <translation>Bewahren Sie ihn auf, wo andere ihn nicht sehen. Er wird nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>I have saved it</source>
        <translation>Ich habe ihn gesichert</translation>
    </message>
    <message>
        <source>Copied. Paste it into a password manager or a note that only you can read.</source>
        <translation>Kopiert. Fügen Sie ihn in einen Passwortmanager oder eine Notiz ein, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>It could not be saved: {reason}</source>
        <translation>Er konnte nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In eine Datei speichern…</translation>
    </message>
    <message>
        <source>Parley recovery code</source>
        <translation>Parley-Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Den Wiederherstellungscode speichern</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Open its page…</source>
        <translation>Seite öffnen…</translation>
    </message>
    <message>
        <source>The owner asks for your agreement first: open the page, agree there, then put your access token into Parley&apos;s settings.</source>
        <translation>Der Eigentümer verlangt zuerst Ihre Zustimmung: Öffnen Sie die Seite, stimmen Sie dort zu und tragen Sie dann Ihr Zugangstoken in Parleys Einstellungen ein.</translation>
    </message>
    <message>
        <source>Licence: {name}. What it allows stands on the model&apos;s page.</source>
        <translation>Lizenz: {name}. Was sie erlaubt, steht auf der Seite des Modells.</translation>
    </message>
    <message>
        <source>The owner names no licence. Ask before you build on it.</source>
        <translation>Der Eigentümer nennt keine Lizenz. Fragen Sie, bevor Sie darauf bauen.</translation>
    </message>
    <message>
        <source>Parley runs models in the GGUF format; look for a repository whose name says GGUF.</source>
        <translation>Parley verwendet Modelle im GGUF-Format; suchen Sie eines, dessen Name GGUF enthält.</translation>
    </message>
    <message>
        <source>No files for Parley here</source>
        <translation>Hier gibt es keine Dateien für Parley</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden angesehen…</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Put this copy back?</source>
        <translation>Diese Kopie zurücklegen?</translation>
    </message>
    <message>
        <source>Your conversations will be as they were on {date}. What was said since then is kept in a file beside them, but not shown any more.</source>
        <translation>Ihre Unterhaltungen werden sein, wie sie am {date} waren. Was seither gesagt wurde, bleibt in einer Datei daneben erhalten, wird aber nicht mehr gezeigt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>in the thoughts</source>
        <translation>in den Gedanken</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>When it thinks</source>
        <translation>Wenn es denkt</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>When it answers at once</source>
        <translation>Wenn es sofort antwortet</translation>
    </message>
    <message>
        <source>What is not changed is what Qwen recommends for this.</source>
        <translation>Was nicht geändert ist, ist das, was Qwen dafür empfiehlt.</translation>
    </message>
    <message>
        <source>What is not changed is what usually suits such models.</source>
        <translation>Was nicht geändert ist, ist das, was für solche Modelle üblich ist.</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>Zurück zum Empfohlenen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Low keeps to the likeliest words, high surprises.</source>
        <translation>Niedrig hält sich an die wahrscheinlichsten Wörter, hoch überrascht.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share are drawn.</source>
        <translation>Nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil erreichen, kommen infrage.</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest words are drawn.</source>
        <translation>Nur so viele der wahrscheinlichsten Wörter kommen infrage.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Words less likely than this share of the likeliest are left out.</source>
        <translation>Wörter, die unter diesem Anteil des wahrscheinlichsten liegen, fallen weg.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Präsenzstrafe</translation>
    </message>
    <message>
        <source>Makes words that were used already less likely. Helps when an answer goes round in circles.</source>
        <translation>Macht schon benutzte Wörter unwahrscheinlicher. Hilft, wenn sich eine Antwort im Kreis dreht.</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Makes repetitions less likely. 1 is off.</source>
        <translation>Macht Wiederholungen unwahrscheinlicher. 1 ist aus.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Thoughts too</source>
        <translation>Auch die Gedanken</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>↑ ↓ choose  ·  Enter opens  ·  Esc closes</source>
        <translation>↑ ↓ wählen  ·  Enter öffnet  ·  Esc schließt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) can be found soon</source>
        <translation>
            <numerusform>%Ln Nachricht ist bald zu finden</numerusform>
            <numerusform>%Ln Nachrichten sind bald zu finden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>Es wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>Die Suche hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”. Try fewer words, or a part of one.</source>
        <translation>Nichts gefunden für „{text}“. Versuchen Sie es mit weniger Wörtern oder einem Teil davon.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Where to search</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>Back to the recommendations</source>
        <translation>Zurück zu den Empfehlungen</translation>
    </message>
    <message>
        <source>Results: {number} and more</source>
        <translation>Ergebnisse: {number} und mehr</translation>
    </message>
    <message>
        <source>Results: {number}</source>
        <translation>Ergebnisse: {number}</translation>
    </message>
    <message>
        <source>Searching {hub}…</source>
        <translation>{hub} wird durchsucht…</translation>
    </message>
    <message>
        <source>Try fewer words, the owner&apos;s name, or the address of the model&apos;s page.</source>
        <translation>Versuchen Sie weniger Wörter, den Namen des Eigentümers oder die Adresse der Seite.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>Ein Modell suchen</translation>
    </message>
    <message>
        <source>Parley is in offline mode, so nothing was asked. The models in your library work as ever.</source>
        <translation>Parley ist offline, darum wurde nichts gefragt. Die Modelle in Ihrer Bibliothek arbeiten wie immer.</translation>
    </message>
    <message>
        <source>Show the library</source>
        <translation>Bibliothek zeigen</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>Die Suche hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try {hub} instead</source>
        <translation>Stattdessen {hub} versuchen</translation>
    </message>
</context>
<context>
    <name>SecondLook</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back into {language}</source>
        <translation>Zurück: {language}</translation>
    </message>
    <message>
        <source>Back into {language}, before the last change</source>
        <translation>Zurück: {language}, vor der letzten Änderung</translation>
    </message>
    <message>
        <source>Translating back…</source>
        <translation>Wird zurückübersetzt…</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>Wird nachgeschlagen…</translation>
    </message>
    <message>
        <source>The model gave no answer.</source>
        <translation>Das Modell hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation. Empty: another one every time.</source>
        <translation>Dieselbe Zahl gibt derselben Unterhaltung dieselbe Antwort. Leer: jedes Mal eine andere.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>{number} selected</source>
        <translation>{number} ausgewählt</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Nichts auswählen</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>Die Antwort anhalten (Esc)</translation>
    </message>
</context>
<context>
    <name>SentDocuments</name>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
</context>
<context>
    <name>SentencePopup</name>
    <message>
        <source>Keep my wording</source>
        <translation>Meine Wortwahl behalten</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>Andere Formulierungen</translation>
    </message>
    <message>
        <source>Looking for other wordings…</source>
        <translation>Andere Formulierungen werden gesucht…</translation>
    </message>
    <message>
        <source>The model knows no other wording.</source>
        <translation>Das Modell kennt keine andere Formulierung.</translation>
    </message>
    <message>
        <source>Translation of this sentence</source>
        <translation>Übersetzung dieses Satzes</translation>
    </message>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>Was heißt „{word}“ hier?</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The engine stopped while it was writing. What it had written is kept.</source>
        <translation>Der Rechenprozess ist beim Schreiben beendet worden. Was schon geschrieben war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>It has been started again: press Retry, or write the next message.</source>
        <translation>Er ist neu gestartet: Drücken Sie „Noch einmal“, oder schreiben Sie die nächste Nachricht.</translation>
    </message>
    <message>
        <source>This message could not be saved, so it was not answered.</source>
        <translation>Diese Nachricht konnte nicht gespeichert werden und wurde darum nicht beantwortet.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then press Retry.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder prüfen Sie die Rechte des Ordners, und drücken Sie dann „Noch einmal“.</translation>
    </message>
    <message>
        <source>The model could not be loaded, so there is no answer yet.</source>
        <translation>Das Modell konnte nicht geladen werden, darum gibt es noch keine Antwort.</translation>
    </message>
    <message>
        <source>The top of the window says why. Choose a model there, then press Retry.</source>
        <translation>Oben im Fenster steht, warum. Wählen Sie dort ein Modell, und drücken Sie dann „Noch einmal“.</translation>
    </message>
    <message>
        <source>Choose another model, or download the file again.</source>
        <translation>Wählen Sie ein anderes Modell, oder laden Sie die Datei neu herunter.</translation>
    </message>
    <message>
        <source>Download it again, or choose another file.</source>
        <translation>Laden Sie sie noch einmal herunter, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The file “{name}” is not there any more.</source>
        <translation>Die Datei „{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>Vielleicht wurde sie verschoben oder gelöscht, oder ihr Datenträger ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>The file “{name}” cannot be read.</source>
        <translation>Die Datei „{name}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check that you may open it and that its disk is healthy.</source>
        <translation>Prüfen Sie, ob Sie sie öffnen dürfen und ob ihr Datenträger in Ordnung ist.</translation>
    </message>
    <message>
        <source>“{name}” is not a model file: Parley opens models in the GGUF format.</source>
        <translation>„{name}“ ist keine Modelldatei: Parley öffnet Modelle im GGUF-Format.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .gguf.</source>
        <translation>Wählen Sie eine Datei, deren Name auf .gguf endet.</translation>
    </message>
    <message>
        <source>“{name}” is damaged: a part of the file is missing.</source>
        <translation>„{name}“ ist beschädigt: Ein Teil der Datei fehlt.</translation>
    </message>
    <message>
        <source>This model comes in several files, and “{name}” is missing.</source>
        <translation>Dieses Modell besteht aus mehreren Dateien, und „{name}“ fehlt.</translation>
    </message>
    <message>
        <source>Put all parts into one folder, then try again.</source>
        <translation>Legen Sie alle Teile in einen Ordner, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or no model that this version of Parley knows.</source>
        <translation>„{name}“ ist beschädigt oder ein Modell, das diese Version von Parley nicht kennt.</translation>
    </message>
    <message>
        <source>“{name}” is not what was downloaded: its checksum is wrong.</source>
        <translation>„{name}“ ist nicht, was heruntergeladen wurde: Die Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>Its disk may be failing. Download the file again.</source>
        <translation>Vielleicht ist der Datenträger defekt. Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “{name}”.</source>
        <translation>In den Ordner „{name}“ kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>Prüfen Sie seine Berechtigungen, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” cannot be made smaller.</source>
        <translation>„{name}“ kann nicht verkleinert werden.</translation>
    </message>
    <message>
        <source>Only files of the types F32, F16, BF16 and Q8_0 can.</source>
        <translation>Das geht nur mit Dateien der Typen F32, F16, BF16 und Q8_0.</translation>
    </message>
    <message>
        <source>Something went wrong in Parley while it worked on “{name}”.</source>
        <translation>In Parley ging etwas schief, während es an „{name}“ arbeitete.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es wieder geschieht, melden Sie es.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, {available} are free.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz: {needed} sind nötig, {available} sind frei.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” crashed or was ended.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, ist abgestürzt oder wurde beendet.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” stopped by itself.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, hat von selbst aufgehört.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” no longer answered.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, antwortete nicht mehr.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” could not be started.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” belongs to another version; install Parley again.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, gehört zu einer anderen Version; installieren Sie Parley neu.</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” did not stop when asked.</source>
        <translation>Der Teil von Parley, der „{name}“ liest, hörte nicht auf, als er sollte.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or verify the file.</source>
        <translation>Es wurde nichts verändert. Versuchen Sie es noch einmal, oder prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>“{name}” is what was downloaded, to the last byte.</source>
        <translation>„{name}“ ist bis aufs letzte Byte das, was heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>“{name}” could be read to its end. There is no checksum to compare it with.</source>
        <translation>„{name}“ ließ sich bis zum Ende lesen. Es gibt keine Prüfsumme zum Vergleichen.</translation>
    </message>
    <message>
        <source>“{name}” is ready: {size}.</source>
        <translation>„{name}“ ist fertig: {size}.</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash. Nothing was deleted.</source>
        <translation>„{name}“ konnte nicht in den Papierkorb gelegt werden. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>“{name}” could not be brought back. Look for it in the trash.</source>
        <translation>„{name}“ konnte nicht zurückgeholt werden. Suchen Sie es im Papierkorb.</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Startmodell</translation>
    </message>
    <message>
        <source>This version of Parley does not know the kind of model “{name}”.</source>
        <translation>Diese Version von Parley kennt die Modellart „{name}“ nicht.</translation>
    </message>
    <message>
        <source>A newer version of Parley may; until then choose another model.</source>
        <translation>Eine neuere Version von Parley vielleicht; wählen Sie bis dahin ein anderes Modell.</translation>
    </message>
    <message>
        <source>“{name}” has no chat template, so it is not made for conversations.</source>
        <translation>„{name}“ hat keine Chat-Vorlage und ist darum nicht für Unterhaltungen gemacht.</translation>
    </message>
    <message>
        <source>Choose a model whose name says “Instruct” or “Chat”.</source>
        <translation>Wählen Sie ein Modell, in dessen Namen „Instruct“ oder „Chat“ steht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>Für dieses Modell reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or a shorter context.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell oder einen kürzeren Kontext.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Press Retry.</source>
        <translation>Drücken Sie „Noch einmal“.</translation>
    </message>
    <message>
        <source>Start a new chat, or shorten the message.</source>
        <translation>Beginnen Sie eine neue Unterhaltung, oder kürzen Sie die Nachricht.</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used: {reason}</source>
        <translation>Die Chat-Vorlage dieses Modells lässt sich nicht verwenden: {reason}</translation>
    </message>
    <message>
        <source>Choose another model, or another file of this one.</source>
        <translation>Wählen Sie ein anderes Modell oder eine andere Datei von diesem.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>Choose one at the top of the window.</source>
        <translation>Wählen Sie oben im Fenster eines.</translation>
    </message>
    <message>
        <source>The model is still busy with something else.</source>
        <translation>Das Modell ist noch mit etwas anderem beschäftigt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The model could not go on with this answer.</source>
        <translation>Das Modell konnte diese Antwort nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The part of Parley that runs models does not work on this computer.</source>
        <translation>Der Teil von Parley, der Modelle ausführt, funktioniert auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Please report this with the details below.</source>
        <translation>Bitte melden Sie das mit den Einzelheiten unten.</translation>
    </message>
    <message>
        <source>Something went wrong in Parley.</source>
        <translation>In Parley ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>Drücken Sie „Noch einmal“. Wenn es wieder geschieht, melden Sie es.</translation>
    </message>
    <message>
        <source>The conversation is too long for this model: {needed} tokens, and it can hold {available}.</source>
        <translation>Die Unterhaltung ist zu lang für dieses Modell: {needed} Token, und es fasst {available}.</translation>
    </message>
    <message>
        <source>The conversation has filled the model&apos;s context.</source>
        <translation>Die Unterhaltung hat den Kontext des Modells gefüllt.</translation>
    </message>
    <message>
        <source>While loading “{name}”: {what}</source>
        <translation>Beim Laden von „{name}“: {what}</translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model.</source>
        <translation>Versuchen Sie es noch einmal, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The engine was ended from outside, most often because memory ran out.</source>
        <translation>Der Rechenprozess wurde von außen beendet, meistens weil der Speicher nicht reichte.</translation>
    </message>
    <message>
        <source>The engine crashed.</source>
        <translation>Der Rechenprozess ist abgestürzt.</translation>
    </message>
    <message>
        <source>The engine stopped by itself.</source>
        <translation>Der Rechenprozess hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>The engine no longer answered and was ended.</source>
        <translation>Der Rechenprozess antwortete nicht mehr und wurde beendet.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>Der Rechenprozess ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The engine belongs to another version of Parley; install Parley again.</source>
        <translation>Der Rechenprozess gehört zu einer anderen Version von Parley; installieren Sie Parley neu.</translation>
    </message>
    <message>
        <source>The engine did not stop when asked and was ended.</source>
        <translation>Der Rechenprozess hielt auf Bitte nicht an und wurde beendet.</translation>
    </message>
    <message>
        <source>a context of {tokens} tokens</source>
        <translation>einem Kontext von {tokens} Token</translation>
    </message>
    <message>
        <source>more of its experts on the processor</source>
        <translation>mehr seiner Experten auf dem Prozessor</translation>
    </message>
    <message>
        <source>a compressed context</source>
        <translation>einem komprimierten Kontext</translation>
    </message>
    <message>
        <source>fewer layers on the graphics card</source>
        <translation>weniger Schichten auf der Grafikkarte</translation>
    </message>
    <message>
        <source>the processor alone</source>
        <translation>dem Prozessor allein</translation>
    </message>
    <message>
        <source>Memory is short, so this model runs with {what}.</source>
        <translation>Der Speicher ist knapp, deshalb läuft dieses Modell mit {what}.</translation>
    </message>
    <message>
        <source>Then start Parley again. Nothing has been deleted.</source>
        <translation>Starten Sie Parley dann neu. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Make room on the disk. Nothing has been deleted.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Use the window that is already open.</source>
        <translation>Benutzen Sie das Fenster, das schon offen ist.</translation>
    </message>
    <message>
        <source>This key does not open your conversations.</source>
        <translation>Dieser Schlüssel öffnet Ihre Unterhaltungen nicht.</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged. It has been left as it is.</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist beschädigt. Sie wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>Put back a copy of it if you have one, then start Parley again.</source>
        <translation>Legen Sie eine Kopie davon zurück, wenn Sie eine haben, und starten Sie Parley dann neu.</translation>
    </message>
    <message>
        <source>The file with your conversations is not where it was.</source>
        <translation>Die Datei mit Ihren Unterhaltungen ist nicht, wo sie war.</translation>
    </message>
    <message>
        <source>Connect its disk or put it back, then start Parley again.</source>
        <translation>Schließen Sie ihren Datenträger an oder legen Sie sie zurück, und starten Sie Parley dann neu.</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer version of Parley.</source>
        <translation>Ihre Unterhaltungen wurden von einer neueren Version von Parley geschrieben.</translation>
    </message>
    <message>
        <source>Install that version again. Nothing has been changed.</source>
        <translation>Installieren Sie jene Version wieder. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The folder with your conversations cannot be written.</source>
        <translation>In den Ordner mit Ihren Unterhaltungen lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Check its permissions, then start Parley again.</source>
        <translation>Prüfen Sie seine Rechte, und starten Sie Parley dann neu.</translation>
    </message>
    <message>
        <source>Parley is already open in another window.</source>
        <translation>Parley ist schon in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>Your conversations cannot be opened.</source>
        <translation>Ihre Unterhaltungen lassen sich nicht öffnen.</translation>
    </message>
    <message>
        <source>That does not open your conversations. Try again.</source>
        <translation>Das öffnet Ihre Unterhaltungen nicht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The recovery code has a typing mistake. Check it and try again.</source>
        <translation>Der Wiederherstellungscode hat einen Tippfehler. Prüfen Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key file of your conversations is missing or damaged.</source>
        <translation>Die Schlüsseldatei Ihrer Unterhaltungen fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>Put back a copy of “keys.json” if you have one. Nothing has been deleted.</source>
        <translation>Legen Sie eine Kopie von „keys.json“ zurück, wenn Sie eine haben. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Start Parley again. Nothing has been deleted.</source>
        <translation>Starten Sie Parley neu. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Parley is offline, so nothing can be downloaded.</source>
        <translation>Parley ist offline, darum kann nichts heruntergeladen werden.</translation>
    </message>
    <message>
        <source>The whole model fits on the graphics card.</source>
        <translation>Das ganze Modell passt auf die Grafikkarte.</translation>
    </message>
    <message>
        <source>Parley found no graphics card to use, so the processor does the work.</source>
        <translation>Parley fand keine brauchbare Grafikkarte, darum arbeitet der Prozessor.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for all of it, so the rest runs on the processor.</source>
        <translation>Die Grafikkarte hat nicht genug freien Speicher für alles, darum läuft der Rest auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The model&apos;s experts are shared between graphics card and processor; everything else runs on the card.</source>
        <translation>Die Experten des Modells verteilen sich auf Grafikkarte und Prozessor; alles andere läuft auf der Karte.</translation>
    </message>
    <message>
        <source>The context is compressed to make room; answers are as good as without.</source>
        <translation>Der Kontext wird verdichtet, um Platz zu schaffen; die Antworten sind so gut wie sonst.</translation>
    </message>
    <message>
        <source>The context is shorter than usual, because memory is short.</source>
        <translation>Der Kontext ist kürzer als üblich, weil der Speicher knapp ist.</translation>
    </message>
    <message>
        <source>The context is stretched beyond the {tokens} tokens that the model was trained with (YaRN); short conversations may be a little worse for it.</source>
        <translation>Der Kontext wird über die {tokens} Token hinaus gedehnt, mit denen das Modell gelernt hat (YaRN); kurze Gespräche können darunter ein wenig leiden.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose a shorter context.</source>
        <translation>Der Speicher reicht nicht. Schließen Sie andere Programme, oder wählen Sie einen kürzeren Kontext.</translation>
    </message>
    <message>
        <source>This is what worked the last time.</source>
        <translation>So ging es beim letzten Mal.</translation>
    </message>
    <message>
        <source>The model no longer sees the oldest messages.</source>
        <translation>Das Modell sieht die ältesten Nachrichten nicht mehr.</translation>
    </message>
    <message>
        <source>The model now sees a summary instead of the oldest messages.</source>
        <translation>Das Modell sieht jetzt eine Zusammenfassung statt der ältesten Nachrichten.</translation>
    </message>
    <message>
        <source>Parley tries the graphics driver again when it is next started.</source>
        <translation>Parley versucht den Grafiktreiber beim nächsten Start wieder.</translation>
    </message>
    <message>
        <source>The graphics card works. Load the model again to use it.</source>
        <translation>Die Grafikkarte funktioniert. Laden Sie das Modell neu, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>A graphics driver on this computer crashes, so Parley runs models on the processor.</source>
        <translation>Ein Grafiktreiber auf diesem Computer stürzt ab, deshalb laufen Modelle auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The driver of “{name}” crashed when Parley tried it, so models run without it.</source>
        <translation>Der Treiber von „{name}“ stürzte ab, als Parley ihn versuchte, deshalb laufen Modelle ohne sie.</translation>
    </message>
    <message>
        <source>“{name}” did not answer in time when Parley tried it, so models run without it.</source>
        <translation>„{name}“ antwortete nicht rechtzeitig, als Parley sie versuchte, deshalb laufen Modelle ohne sie.</translation>
    </message>
    <message>
        <source>“{name}” made mistakes when Parley tried it, so models run without it.</source>
        <translation>„{name}“ machte Fehler, als Parley sie versuchte, deshalb laufen Modelle ohne sie.</translation>
    </message>
    <message>
        <source>“{name}” is loaded as soon as the model before has finished what it writes.</source>
        <translation>„{name}“ wird geladen, sobald das vorige Modell zu Ende geschrieben hat.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) found</source>
        <translation>
            <numerusform>%Ln Einstellung gefunden</numerusform>
            <numerusform>%Ln Einstellungen gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the part of Parley that runs models has no access to the network.</source>
        <translation>Nichts verlässt diesen Computer: Der Teil von Parley, der Modelle ausführt, hat keinen Zugang zum Netz.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New chat ({keys})</source>
        <translation>Neuer Chat ({keys})</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Unterhaltungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What you archive is kept here, out of the way.</source>
        <translation>Was Sie archivieren, bleibt hier, aus dem Weg.</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier werden Ihre Unterhaltungen aufgeführt.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Sucht</translation>
    </message>
    <message>
        <source>Parley asks a model hub for what you searched. Your conversations stay here.</source>
        <translation>Parley fragt einen Modellspeicher nach dem, was Sie suchten. Ihre Gespräche bleiben hier.</translation>
    </message>
    <message>
        <source>Download {percent}</source>
        <translation>Download {percent}</translation>
    </message>
    <message>
        <source>A model is being downloaded. Your conversations stay here. Click to see it.</source>
        <translation>Ein Modell wird heruntergeladen. Ihre Gespräche bleiben hier. Ein Klick zeigt es.</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Translate – Parley</source>
        <translation>Übersetzen – Parley</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>Zwischenablage ersetzen</translation>
    </message>
    <message>
        <source>Copy the translation and close, ready to be pasted ({keys})</source>
        <translation>Die Übersetzung kopieren und schließen, bereit zum Einfügen ({keys})</translation>
    </message>
    <message>
        <source>Open in Parley</source>
        <translation>In Parley öffnen</translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>Was heißt „{word}“ hier?</translation>
    </message>
    <message>
        <source>This paragraph: direction of its letters</source>
        <translation>Dieser Absatz: Richtung seiner Buchstaben</translation>
    </message>
    <message>
        <source>This paragraph: from the left</source>
        <translation>Dieser Absatz: von links</translation>
    </message>
    <message>
        <source>This paragraph: from the right</source>
        <translation>Dieser Absatz: von rechts</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Reading your message… {done} of {total} tokens</source>
        <translation>Liest Ihre Nachricht … {done} von {total} Token</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>Liest Ihre Nachricht…</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Macht das Modell bereit…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>Summoner</name>
    <message>
        <source>Translate the copied text</source>
        <translation>Den kopierten Text übersetzen</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>die Tasten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>Kopieren Sie einen Text in irgendeinem Programm und drücken Sie {keys}: Hier wird er übersetzt.</translation>
    </message>
    <message>
        <source>Mark or copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>Markieren oder kopieren Sie einen Text in irgendeinem Programm und drücken Sie {keys}: Hier wird er übersetzt.</translation>
    </message>
    <message>
        <source>You pressed {keys}: Parley took the marked or copied text, just now and only because of that.</source>
        <translation>Sie haben {keys} gedrückt: Parley hat den markierten oder kopierten Text genommen, eben jetzt und nur deshalb.</translation>
    </message>
</context>
<context>
    <name>SummoningSettings</name>
    <message>
        <source>Bring up the translation window over any program</source>
        <translation>Das Übersetzungsfenster über jedem Programm zeigen</translation>
    </message>
    <message>
        <source>With these keys, while Parley is running</source>
        <translation>Mit diesen Tasten, solange Parley läuft</translation>
    </message>
    <message>
        <source>Keys for the translation window</source>
        <translation>Tasten für das Übersetzungsfenster</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy a text, press the keys, and read its translation. Parley reads the clipboard only in that moment.</source>
        <translation>Kopieren Sie einen Text, drücken Sie die Tasten und lesen Sie die Übersetzung. Nur in diesem Moment liest Parley die Zwischenablage.</translation>
    </message>
    <message>
        <source>Mark or copy a text, press the keys, and read its translation. Parley reads the marked text or the clipboard only in that moment.</source>
        <translation>Markieren oder kopieren Sie einen Text, drücken Sie die Tasten und lesen Sie die Übersetzung. Nur in diesem Moment liest Parley den markierten Text oder die Zwischenablage.</translation>
    </message>
    <message>
        <source>global shortcut translate</source>
        <translation>globale Tastenkombination Übersetzen</translation>
    </message>
    <message>
        <source>These keys would be missed when you write. Hold Ctrl or Alt, and press another key.</source>
        <translation>Diese Tasten würden Ihnen beim Schreiben fehlen. Halten Sie Strg oder Alt, und drücken Sie eine weitere Taste.</translation>
    </message>
    <message>
        <source>Your system asks you about it now.</source>
        <translation>Ihr System fragt Sie jetzt danach.</translation>
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation>Ein anderes Programm hat diese Tasten. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>Here the system gives no program such keys. Make a shortcut in its settings, with this command:</source>
        <translation>Hier gibt das System keinem Programm solche Tasten. Legen Sie in seinen Einstellungen eine Tastenkombination mit diesem Befehl an:</translation>
    </message>
    <message>
        <source>The system did not allow it. You can make a shortcut in its settings yourself, with this command:</source>
        <translation>Das System hat es nicht erlaubt. Sie können in seinen Einstellungen selbst eine Tastenkombination mit diesem Befehl anlegen:</translation>
    </message>
    <message>
        <source>Set by your system, where you can change it: {keys}</source>
        <translation>Von Ihrem System eingestellt, dort können Sie es ändern: {keys}</translation>
    </message>
    <message>
        <source>{keys} works in every program.</source>
        <translation>{keys} gilt in jedem Programm.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>TableBlock</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this table as text</source>
        <translation>Diese Tabelle als Text kopieren</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>This table is too large to be shown whole</source>
        <translation>Diese Tabelle ist zu groß, um sie ganz zu zeigen</translation>
    </message>
</context>
<context>
    <name>ThinkingControls</name>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Thinking budget: {budget}</source>
        <translation>Denkbudget: {budget}</translation>
    </message>
    <message>
        <source>Click to type an exact number.</source>
        <translation>Klicken, um eine genaue Zahl einzugeben.</translation>
    </message>
    <message>
        <source>Exact thinking budget in tokens</source>
        <translation>Genaues Denkbudget in Token</translation>
    </message>
    <message>
        <source>A whole number up to {most}</source>
        <translation>Eine ganze Zahl bis {most}</translation>
    </message>
    <message>
        <source>This model always thinks before it answers. The budget limits how long.</source>
        <translation>Dieses Modell denkt vor jeder Antwort nach. Das Budget begrenzt, wie lange.</translation>
    </message>
    <message>
        <source>This model does not think before it answers</source>
        <translation>Dieses Modell denkt vor der Antwort nicht nach</translation>
    </message>
    <message>
        <source>The model thinks before it answers. Click to let it answer at once.</source>
        <translation>Das Modell denkt vor der Antwort nach. Klicken, damit es sofort antwortet.</translation>
    </message>
    <message>
        <source>The model answers at once. Click to let it think first.</source>
        <translation>Das Modell antwortet sofort. Klicken, damit es erst nachdenkt.</translation>
    </message>
    <message>
        <source>At the budget the model stops thinking and answers. Below about 1,000 tokens little is gained.</source>
        <translation>Beim Erreichen des Budgets hört das Modell auf nachzudenken und antwortet. Unter etwa 1.000 Token ist wenig gewonnen.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>up to {tokens} tokens</source>
        <translation>bis zu {tokens} Token</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TooLongCard</name>
    <message>
        <source>The model reads “{name}” part by part. You can go on writing.</source>
        <translation>Das Modell liest „{name}“ Teil für Teil. Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>“{name}” is summarised as soon as the one before it is done.</source>
        <translation>„{name}“ wird zusammengefasst, sobald das vorige fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” is too long for this model: {tokens}, and {room} are free.</source>
        <translation>„{name}“ ist zu lang für dieses Modell: {tokens}, und {room} sind frei.</translation>
    </message>
    <message>
        <source>Send the matching parts</source>
        <translation>Die passenden Teile senden</translation>
    </message>
    <message>
        <source>The paragraphs that fit your question; the answer cites them</source>
        <translation>Die Absätze, die zu Ihrer Frage passen; die Antwort nennt sie</translation>
    </message>
    <message>
        <source>Summarise it first</source>
        <translation>Erst zusammenfassen</translation>
    </message>
    <message>
        <source>The model reads all of it, part by part; this takes a while</source>
        <translation>Das Modell liest alles, Teil für Teil; das dauert etwas</translation>
    </message>
    <message>
        <source>Stop summarising</source>
        <translation>Das Zusammenfassen anhalten</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>This conversation has settings of its own.</source>
        <translation>Diese Unterhaltung hat eigene Einstellungen.</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>Einstellungen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>Mehr zu dieser Unterhaltung</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{used} / {budget} tokens · {seconds}</source>
        <translation>{used} / {budget} Token · {seconds}</translation>
    </message>
    <message>
        <source>Thought for {seconds}</source>
        <translation>{seconds} nachgedacht</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>von selbst beendet</translation>
    </message>
    <message>
        <source>stopped at the budget</source>
        <translation>am Budget beendet</translation>
    </message>
    <message>
        <source>you asked for the answer</source>
        <translation>Sie wollten die Antwort</translation>
    </message>
    <message>
        <source>went round in circles</source>
        <translation>drehte sich im Kreis</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cut to leave room for the answer</source>
        <translation>gekürzt, um Platz für die Antwort zu lassen</translation>
    </message>
    <message>
        <source>The model ended the answer.</source>
        <translation>Das Modell hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>A stop text ended the answer.</source>
        <translation>Ein Stopptext hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The answer reached its greatest length.</source>
        <translation>Die Antwort hat ihre größte Länge erreicht.</translation>
    </message>
    <message>
        <source>The model&apos;s context is full.</source>
        <translation>Der Kontext des Modells ist voll.</translation>
    </message>
    <message>
        <source>You stopped the answer.</source>
        <translation>Sie haben die Antwort angehalten.</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Sie haben diese Antwort angehalten.</translation>
    </message>
    <message>
        <source>Parley ended while this answer was being written.</source>
        <translation>Parley wurde beendet, während diese Antwort geschrieben wurde.</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} Token/s</translation>
    </message>
    <message>
        <source>first {seconds} s</source>
        <translation>erstes nach {seconds} s</translation>
    </message>
    <message>
        <source>{count} reused</source>
        <translation>{count} wiederverwendet</translation>
    </message>
    <message>
        <source>Read: {tokens} ({reused} reused from memory, {new} new)</source>
        <translation>Gelesen: {tokens} ({reused} aus dem Gedächtnis, {new} neu)</translation>
    </message>
    <message>
        <source>Thought: {tokens}</source>
        <translation>Nachgedacht: {tokens}</translation>
    </message>
    <message>
        <source>Answer: {tokens}</source>
        <translation>Antwort: {tokens}</translation>
    </message>
    <message>
        <source>First word after {seconds} s, {total} in all</source>
        <translation>Erstes Wort nach {seconds} s, insgesamt {total}</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>Unterhaltung ohne Titel</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and export again.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you.</source>
        <translation>„{name}“ dürfen Sie nicht lesen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>„{name}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The conversations in “{name}” could not all be saved.</source>
        <translation>Nicht alle Unterhaltungen aus „{name}“ konnten gespeichert werden.</translation>
    </message>
    <message>
        <source>Make room on the disk and import again; what is there already stays as it is.</source>
        <translation>Schaffen Sie Platz und importieren Sie noch einmal; was schon da ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It is damaged, or not in the form that it claims.</source>
        <translation>Sie ist beschädigt oder hat nicht die Form, die sie vorgibt.</translation>
    </message>
    <message>
        <source>It has no messages.</source>
        <translation>Sie hat keine Nachrichten.</translation>
    </message>
    <message>
        <source>It is larger than any conversation.</source>
        <translation>Sie ist größer als jede Unterhaltung.</translation>
    </message>
    <message>
        <source>It was written by a newer version than Parley knows.</source>
        <translation>Sie wurde von einer neueren Fassung geschrieben, als Parley kennt.</translation>
    </message>
    <message>
        <source>It is no export of Parley, ChatGPT, LM Studio or GPT4All.</source>
        <translation>Das ist kein Export von Parley, ChatGPT, LM Studio oder GPT4All.</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Exporting… {percent}</source>
        <translation>Wird exportiert… {percent}</translation>
    </message>
    <message>
        <source>Importing… {percent}</source>
        <translation>Wird importiert… {percent}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>TransferFlow</name>
    <message>
        <source>Conversations of Parley, ChatGPT, LM Studio, GPT4All ({kinds})</source>
        <translation>Unterhaltungen von Parley, ChatGPT, LM Studio, GPT4All ({kinds})</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
    <message>
        <source>One moment: another export or import is still under way.</source>
        <translation>Einen Augenblick: Ein anderer Export oder Import läuft noch.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Saved as {name}; {number} were gone meanwhile.</source>
        <translation>Gespeichert als {name}; {number} waren inzwischen weg.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Den Ordner zeigen</translation>
    </message>
    <message>
        <source>Imported conversations: {number}</source>
        <translation>Importierte Unterhaltungen: {number}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Translate</name>
    <message>
        <source>As in the text</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Förmlich</translation>
    </message>
    <message>
        <source>Informal</source>
        <translation>Vertraut</translation>
    </message>
    <message>
        <source>{language}: Qwen3 learnt this language, but nobody has measured how well. Have it checked.</source>
        <translation>{language}: Qwen3 hat diese Sprache gelernt, aber niemand hat gemessen, wie gut. Lassen Sie es prüfen.</translation>
    </message>
    <message>
        <source>The built-in model knows a phrasebook only. {model} translates anything.</source>
        <translation>Das eingebaute Modell kennt nur einen Sprachführer. {model} übersetzt alles.</translation>
    </message>
    <message>
        <source>{model} knows these languages better.</source>
        <translation>{model} kennt diese Sprachen besser.</translation>
    </message>
    <message>
        <source>{model} keeps to the thread of long texts better.</source>
        <translation>{model} behält bei langen Texten besser den Faden.</translation>
    </message>
    <message>
        <source>The model wrote nothing for this sentence.</source>
        <translation>Das Modell hat zu diesem Satz nichts geschrieben.</translation>
    </message>
    <message>
        <source>This does not look like the language asked for.</source>
        <translation>Das sieht nicht nach der gewünschten Sprache aus.</translation>
    </message>
    <message>
        <source>This sentence was not translated.</source>
        <translation>Dieser Satz wurde nicht übersetzt.</translation>
    </message>
    <message>
        <source>The model talks about the translation here.</source>
        <translation>Das Modell redet hier über die Übersetzung.</translation>
    </message>
    <message>
        <source>The model repeats itself here.</source>
        <translation>Das Modell wiederholt sich hier.</translation>
    </message>
    <message>
        <source>A placeholder, an address, a tag or an emoji is missing.</source>
        <translation>Ein Platzhalter, eine Adresse, eine Auszeichnung oder ein Emoji fehlt.</translation>
    </message>
    <message>
        <source>A number is missing or another one.</source>
        <translation>Eine Zahl fehlt oder ist eine andere.</translation>
    </message>
    <message>
        <source>A word of the glossary is missing.</source>
        <translation>Ein Wort des Glossars fehlt.</translation>
    </message>
    <message>
        <source>This is much longer than the sentence it translates.</source>
        <translation>Das ist viel länger als der Satz, den es übersetzt.</translation>
    </message>
    <message>
        <source>This is much shorter than the sentence it translates.</source>
        <translation>Das ist viel kürzer als der Satz, den es übersetzt.</translation>
    </message>
    <message>
        <source>The model did not come to an end here.</source>
        <translation>Das Modell kam hier zu keinem Ende.</translation>
    </message>
</context>
<context>
    <name>TranslateBar</name>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Glossary · {count}</source>
        <translation>Glossar · {count}</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
</context>
<context>
    <name>TranslateFoot</name>
    <message>
        <source>More literal</source>
        <translation>Wörtlicher</translation>
    </message>
    <message>
        <source>More natural</source>
        <translation>Natürlicher</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Other wordings of the sentence you clicked</source>
        <translation>Andere Formulierungen des Satzes, den Sie angeklickt haben</translation>
    </message>
    <message>
        <source>Back-translation</source>
        <translation>Rückübersetzung</translation>
    </message>
    <message>
        <source>What the translation says, in the language of your text</source>
        <translation>Was die Übersetzung sagt, in der Sprache Ihres Textes</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Let the model read its translation again and improve it</source>
        <translation>Das Modell seine Übersetzung noch einmal lesen und verbessern lassen</translation>
    </message>
    <message>
        <source>More for this translation</source>
        <translation>Mehr zu dieser Übersetzung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the translation ({keys})</source>
        <translation>Die Übersetzung kopieren ({keys})</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>TranslateKeeping</name>
    <message>
        <source>The translation was deleted.</source>
        <translation>Die Übersetzung wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>TranslateSide</name>
    <message>
        <source>Remove all translations from the history, and translated documents from their list? They cannot be brought back. No file is deleted.</source>
        <translation>Alle Übersetzungen aus dem Verlauf entfernen, und übersetzte Dokumente aus ihrer Liste? Sie lassen sich nicht zurückholen. Es wird keine Datei gelöscht.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
</context>
<context>
    <name>TranslatedDocuments</name>
    <message>
        <source>This document is too large.</source>
        <translation>Dieses Dokument ist zu groß.</translation>
    </message>
    <message>
        <source>Split it into parts of at most 64 MB or 25 novels.</source>
        <translation>Teilen Sie es in Stücke von höchstens 64 MB oder 25 Romanen.</translation>
    </message>
    <message>
        <source>This document is damaged.</source>
        <translation>Dieses Dokument ist beschädigt.</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it anew.</source>
        <translation>Öffnen Sie es in dem Programm, aus dem es stammt, und sichern Sie es neu.</translation>
    </message>
    <message>
        <source>Documents of this kind cannot be translated.</source>
        <translation>Dokumente dieser Art lassen sich nicht übersetzen.</translation>
    </message>
    <message>
        <source>Save it as .docx, .html or .txt, then add that.</source>
        <translation>Sichern Sie es als .docx, .html oder .txt, und fügen Sie das hinzu.</translation>
    </message>
    <message>
        <source>The letters of this document cannot be read.</source>
        <translation>Die Schriftzeichen dieses Dokuments lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8, then add that.</source>
        <translation>Sichern Sie es als Text in UTF-8, und fügen Sie das hinzu.</translation>
    </message>
    <message>
        <source>There is nothing to translate in this document.</source>
        <translation>In diesem Dokument gibt es nichts zu übersetzen.</translation>
    </message>
    <message>
        <source>This document has a password.</source>
        <translation>Dieses Dokument hat ein Passwort.</translation>
    </message>
    <message>
        <source>Save a copy without one, then add that.</source>
        <translation>Sichern Sie eine Kopie ohne Passwort, und fügen Sie diese hinzu.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room, or save to another disk.</source>
        <translation>Schaffen Sie Platz, oder sichern Sie auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>This file may not be opened or written.</source>
        <translation>Diese Datei darf nicht geöffnet oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder.</source>
        <translation>Prüfen Sie ihre Rechte, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>Vielleicht wurde sie verschoben oder gelöscht, oder ihr Datenträger ist nicht angeschlossen.</translation>
    </message>
</context>
<context>
    <name>TranslatedDocumentsSide</name>
    <message>
        <source>Drop documents here to translate them</source>
        <translation>Dokumente hier fallen lassen, um sie zu übersetzen</translation>
    </message>
    <message>
        <source>“{name}” is translated.</source>
        <translation>„{name}“ ist übersetzt.</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Durchsehen</translation>
    </message>
</context>
<context>
    <name>TranslatingSettings</name>
    <message>
        <source>Keep what I translate</source>
        <translation>Behalten, was ich übersetze</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations. Off keeps nothing of what you translate from now on.</source>
        <translation>Verschlüsselt auf diesem Computer, wie Ihre Unterhaltungen. Ausgeschaltet wird von nun an nichts von dem behalten, was Sie übersetzen.</translation>
    </message>
    <message>
        <source>Translation history</source>
        <translation>Verlauf der Übersetzungen</translation>
    </message>
</context>
<context>
    <name>UnitDelegate</name>
    <message>
        <source>Translation of: {text}</source>
        <translation>Übersetzung von: {text}</translation>
    </message>
</context>
<context>
    <name>UnitRows</name>
    <message>
        <source>The grey marks stand for the document&apos;s layout, such as bold words and links. Keep them.</source>
        <translation>Die grauen Zeichen stehen für die Gestaltung des Dokuments, etwa fette Wörter und Links. Behalten Sie sie.</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>Noch nicht übersetzt</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>{value} is recommended</source>
        <translation>{value} wird empfohlen</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>Zurück zum Empfohlenen</translation>
    </message>
    <message>
        <source>{name}: back to {value}</source>
        <translation>{name}: zurück zu {value}</translation>
    </message>
</context>
<context>
    <name>VaultPanel</name>
    <message>
        <source>Enter your recovery code</source>
        <translation>Geben Sie den Wiederherstellungscode ein</translation>
    </message>
    <message>
        <source>The key to your conversations is not on this computer any more. The recovery code opens them.</source>
        <translation>Der Schlüssel zu Ihren Unterhaltungen ist nicht mehr auf diesem Computer. Der Wiederherstellungscode öffnet sie.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Your conversations are locked</source>
        <translation>Ihre Unterhaltungen sind gesperrt</translation>
    </message>
    <message>
        <source>Enter the passphrase that you chose for them.</source>
        <translation>Geben Sie die Passphrase ein, die Sie dafür gewählt haben.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>I forgot it: use the recovery code</source>
        <translation>Vergessen: den Wiederherstellungscode benutzen</translation>
    </message>
    <message>
        <source>Use Parley without saving for now</source>
        <translation>Parley vorerst ohne Speichern benutzen</translation>
    </message>
    <message>
        <source>Your stored conversations stay as they are, locked.</source>
        <translation>Ihre gespeicherten Unterhaltungen bleiben, wie sie sind: gesperrt.</translation>
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
        <translation>Fassung {number} von {count}</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>Die Fassung davor</translation>
    </message>
    <message>
        <source>The next version</source>
        <translation>Die nächste Fassung</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Eine Nachricht schreiben</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Die Antwort anhalten</translation>
    </message>
    <message>
        <source>Answer now, without thinking on</source>
        <translation>Jetzt antworten, ohne weiterzudenken</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>Denken an oder aus</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Die letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Another answer to the last message</source>
        <translation>Eine andere Antwort auf die letzte Nachricht</translation>
    </message>
    <message>
        <source>The version before of the last answer</source>
        <translation>Die vorige Fassung der letzten Antwort</translation>
    </message>
    <message>
        <source>The next version of the last answer</source>
        <translation>Die nächste Fassung der letzten Antwort</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>Einstellungen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>Eine GGUF-Datei öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Find in this conversation, or on this page</source>
        <translation>In dieser Unterhaltung oder auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>The next place that was found</source>
        <translation>Zur nächsten Fundstelle</translation>
    </message>
    <message>
        <source>The place found before</source>
        <translation>Zur vorigen Fundstelle</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Send the message, or queue it while an answer is written</source>
        <translation>Die Nachricht senden, oder einreihen, solange eine Antwort geschrieben wird</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>In an empty message: the last one again</source>
        <translation>In einer leeren Nachricht: die letzte noch einmal</translation>
    </message>
    <message>
        <source>In the list: rename the conversation</source>
        <translation>In der Liste: die Unterhaltung umbenennen</translation>
    </message>
    <message>
        <source>In the list: delete the conversation</source>
        <translation>In der Liste: die Unterhaltung löschen</translation>
    </message>
    <message>
        <source>In the list: move the folder up, or down with the other arrow</source>
        <translation>In der Liste: den Ordner nach oben, mit dem anderen Pfeil nach unten</translation>
    </message>
    <message>
        <source>On a message, a conversation, a folder: all that can be done with it</source>
        <translation>Auf einer Nachricht, einer Unterhaltung, einem Ordner: alles, was damit geht</translation>
    </message>
    <message>
        <source>On the Translate page: swap the languages</source>
        <translation>Auf der Seite „Übersetzen“: die Sprachen tauschen</translation>
    </message>
    <message>
        <source>On the Translate page: read the paragraph from the other side</source>
        <translation>Auf der Seite „Übersetzen“: den Absatz von der anderen Seite lesen</translation>
    </message>
</context>
</TS>
