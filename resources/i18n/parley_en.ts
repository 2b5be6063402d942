<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AttachmentsSide</name>
    <message numerus="yes">
        <source>Only {most} files fit in one message; %n file(s) were left out.</source>
        <translation>
            <numerusform>Only {most} files fit in one message; %n file was left out.</numerusform>
            <numerusform>Only {most} files fit in one message; %n files were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message numerus="yes">
        <source>The message and %n after it were deleted.</source>
        <translation>
            <numerusform>The message and %n after it were deleted.</numerusform>
            <numerusform>The message and %n after it were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message numerus="yes">
        <source>%n conversation(s) were deleted.</source>
        <translation>
            <numerusform>%n conversation was deleted.</numerusform>
            <numerusform>%n conversations were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were archived.</source>
        <translation>
            <numerusform>%n conversation was archived.</numerusform>
            <numerusform>%n conversations were archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) are back in the list.</source>
        <translation>
            <numerusform>%n conversation is back in the list.</numerusform>
            <numerusform>%n conversations are back in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationMenus</name>
    <message numerus="yes">
        <source>Delete %n conversation(s)</source>
        <translation>
            <numerusform>Delete %n conversation</numerusform>
            <numerusform>Delete %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were saved.</source>
        <translation>
            <numerusform>%n conversation was saved.</numerusform>
            <numerusform>%n conversations were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n message(s) could not be read any more.</source>
        <translation>
            <numerusform>Up to %n message could not be read any more.</numerusform>
            <numerusform>Up to %n messages could not be read any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) come from a copy.</source>
        <translation>
            <numerusform>%n message comes from a copy.</numerusform>
            <numerusform>%n messages come from a copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) lost their title.</source>
        <translation>
            <numerusform>%n conversation lost its title.</numerusform>
            <numerusform>%n conversations lost their titles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sentences} · look at %n of them</source>
        <translation>
            <numerusform>{sentences} · look at %n of them</numerusform>
            <numerusform>{sentences} · look at %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln passage(s)</source>
        <translation>
            <numerusform>{done} of %Ln passage</numerusform>
            <numerusform>{done} of %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>look at %Ln passage(s)</source>
        <translation>
            <numerusform>look at %Ln passage</numerusform>
            <numerusform>look at %Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are still in the original language.</source>
        <translation>
            <numerusform>%Ln passage is still in the original language.</numerusform>
            <numerusform>%Ln passages are still in the original language.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%n word(s) were added.</source>
        <translation>
            <numerusform>%n word was added.</numerusform>
            <numerusform>%n words were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n message(s) can be found soon</source>
        <translation>
            <numerusform>%n message can be found soon</numerusform>
            <numerusform>%n messages can be found soon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n setting(s) found</source>
        <translation>
            <numerusform>%n setting found</numerusform>
            <numerusform>%n settings found</numerusform>
        </translation>
    </message>
</context>
</TS>
