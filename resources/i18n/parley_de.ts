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
    <name>AnswerFooter</name>
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
    <name>AssistantView</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
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
        <translation>Wiederherstellungscode zeigen …</translation>
    </message>
    <message>
        <source>Your conversations are encrypted. Save your recovery code.</source>
        <translation>Ihre Unterhaltungen sind verschlüsselt. Sichern Sie den Wiederherstellungscode.</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>Mit Passphrase schützen …</translation>
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
        <source>Use Parley without saving</source>
        <translation>Parley ohne Speichern benutzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Anderes wählen …</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten …</translation>
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
        <source>Unlock your conversations first, or go on without saving.</source>
        <translation>Entsperren Sie zuerst Ihre Unterhaltungen, oder machen Sie ohne Speichern weiter.</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Choose above how to go on.</source>
        <translation>Ihre Unterhaltungen konnten nicht geöffnet werden. Wählen Sie oben, wie es weitergeht.</translation>
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
    <message>
        <source>Next: {text}</source>
        <translation>Als Nächstes: {text}</translation>
    </message>
    <message>
        <source>Do not send this message</source>
        <translation>Diese Nachricht nicht senden</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} of {size} tokens of the context are in use.</source>
        <translation>{used} von {size} Token des Kontexts sind belegt.</translation>
    </message>
    <message>
        <source>It is nearly full: start a new chat soon.</source>
        <translation>Er ist fast voll: Beginnen Sie bald eine neue Unterhaltung.</translation>
    </message>
    <message>
        <source>This is how much of the conversation the model keeps in mind.</source>
        <translation>So viel von der Unterhaltung behält das Modell im Kopf.</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel der Unterhaltung</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}, angeheftet</translation>
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
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <message>
        <source>Now at place {place} of {count}</source>
        <translation>Jetzt an Stelle {place} von {count}</translation>
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
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest text</source>
        <translation>Zum neuesten Text springen</translation>
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
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Eine Nachricht schreiben</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Die Antwort anhalten</translation>
    </message>
    <message>
        <source>Answer now, without thinking on</source>
        <translation>Jetzt antworten, ohne weiter nachzudenken</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>Nachdenken ein oder aus</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Die letzte Antwort kopieren</translation>
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
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search for models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>The last answer was copied.</source>
        <translation>Die letzte Antwort wurde kopiert.</translation>
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
        <source>Think less</source>
        <translation>Weniger nachdenken</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>{title} – Parley</source>
        <translation>{title} – Parley</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {reason}</translation>
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
        <translation>Eine GGUF-Datei öffnen …</translation>
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
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>Starter model (built in)</source>
        <translation>Startmodell (eingebaut)</translation>
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
        <translation>Hugging Face und ModelScope durchsuchen</translation>
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
        <source>Try again in %n minute(s).</source>
        <translation>Versuchen Sie es in %n Min. noch einmal.</translation>
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
    <name>ProseBlock</name>
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
        <translation>Denkt nach …</translation>
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
        <translation>In eine Datei speichern …</translation>
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
    <name>ResultsView</name>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
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
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel …</translation>
    </message>
    <message>
        <source>About and licences…</source>
        <translation>Über und Lizenzen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>{number} Pixel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
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
        <source>Thinking</source>
        <translation>Nachdenken</translation>
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
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>New chat ({keys})</source>
        <translation>Neue Unterhaltung ({keys})</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
    <name>StatusCard</name>
    <message>
        <source>Reading your message… {done} of {total} tokens</source>
        <translation>Liest Ihre Nachricht … {done} von {total} Token</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>Liest Ihre Nachricht …</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Macht das Modell bereit …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
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
    <name>TopBar</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
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
        <source>Read: {tokens} ({reused} were already in memory)</source>
        <translation>Gelesen: {tokens} ({reused} waren schon im Speicher)</translation>
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
</TS>
