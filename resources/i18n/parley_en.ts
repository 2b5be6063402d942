<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AttachmentsSide</name>
    <message numerus="yes">
        <source>Only {most} files fit in one message; %Ln file(s) were left out.</source>
        <translation>
            <numerusform>Only {most} files fit in one message; %Ln file was left out.</numerusform>
            <numerusform>Only {most} files fit in one message; %Ln files were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message numerus="yes">
        <source>The message and %Ln after it were deleted.</source>
        <translation>
            <numerusform>The message and %Ln after it were deleted.</numerusform>
            <numerusform>The message and %Ln after it were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message numerus="yes">
        <source>%Ln conversation(s) were deleted.</source>
        <translation>
            <numerusform>%Ln conversation was deleted.</numerusform>
            <numerusform>%Ln conversations were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were archived.</source>
        <translation>
            <numerusform>%Ln conversation was archived.</numerusform>
            <numerusform>%Ln conversations were archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are back in the list.</source>
        <translation>
            <numerusform>%Ln conversation is back in the list.</numerusform>
            <numerusform>%Ln conversations are back in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationMenus</name>
    <message numerus="yes">
        <source>Delete %Ln conversation(s)</source>
        <translation>
            <numerusform>Delete %Ln conversation</numerusform>
            <numerusform>Delete %Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>Try again in %Ln minute.</numerusform>
            <numerusform>Try again in %Ln minutes.</numerusform>
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
        <source>%Ln conversation(s) were saved.</source>
        <translation>
            <numerusform>%Ln conversation was saved.</numerusform>
            <numerusform>%Ln conversations were saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln message(s) could not be read any more.</source>
        <translation>
            <numerusform>Up to %Ln message could not be read any more.</numerusform>
            <numerusform>Up to %Ln messages could not be read any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) come from a copy.</source>
        <translation>
            <numerusform>%Ln message comes from a copy.</numerusform>
            <numerusform>%Ln messages come from a copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) lost their title.</source>
        <translation>
            <numerusform>%Ln conversation lost its title.</numerusform>
            <numerusform>%Ln conversations lost their titles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{sentences} · look at %Ln of them</source>
        <translation>
            <numerusform>{sentences} · look at %Ln of them</numerusform>
            <numerusform>{sentences} · look at %Ln of them</numerusform>
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
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln more in closed thoughts</source>
        <translation>
            <numerusform>%Ln more in closed thoughts</numerusform>
            <numerusform>%Ln more in closed thoughts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%Ln word(s) were added.</source>
        <translation>
            <numerusform>%Ln word was added.</numerusform>
            <numerusform>%Ln words were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with {messages} are in the list now.</source>
        <translation>
            <numerusform>%Ln conversation with {messages} is in the list now.</numerusform>
            <numerusform>%Ln conversations with {messages} are in the list now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were here in another version; both are kept.</source>
        <translation>
            <numerusform>%Ln of them was here in another version; both are kept.</numerusform>
            <numerusform>%Ln of them were here in another version; both are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already and have gone on: what was new in them was added.</source>
        <translation>
            <numerusform>%Ln was here already and has gone on: what was new in it was added.</numerusform>
            <numerusform>%Ln were here already and have gone on: what was new in them was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already, unchanged, and were left alone.</source>
        <translation>
            <numerusform>%Ln was here already, unchanged, and was left alone.</numerusform>
            <numerusform>%Ln were here already, unchanged, and were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken over:</source>
        <translation>
            <numerusform>%Ln could not be taken over:</numerusform>
            <numerusform>%Ln could not be taken over:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln message(s) can be found soon</source>
        <translation>
            <numerusform>%Ln message can be found soon</numerusform>
            <numerusform>%Ln messages can be found soon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%Ln setting(s) found</source>
        <translation>
            <numerusform>%Ln setting found</numerusform>
            <numerusform>%Ln settings found</numerusform>
        </translation>
    </message>
</context>
</TS>
