<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Parley</source>
        <translation>关于 Parley</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>版本 {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>Private chat on your own computer. Models run here, conversations are stored here, encrypted, and nothing is sent anywhere.</source>
        <translation>在您自己电脑上的私密聊天。模型在这里运行，对话加密保存在这里，不会向任何地方发送任何内容。</translation>
    </message>
    <message>
        <source>Parley is free software under the MIT licence. It stands on:</source>
        <translation>Parley 是采用 MIT 许可证的自由软件。它建立在以下软件之上：</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AboutSettings</name>
    <message>
        <source>Version {version} · Qt {qt}</source>
        <translation>版本 {version} · Qt {qt}</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>关于 Parley</translation>
    </message>
    <message>
        <source>About and licences…</source>
        <translation>关于与许可证…</translation>
    </message>
    <message>
        <source>What Parley is built from</source>
        <translation>Parley 由什么构成</translation>
    </message>
</context>
<context>
    <name>ActingView</name>
    <message>
        <source>More for this message</source>
        <translation>此消息的更多操作</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>正在写回答。请等待或先停止它。</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>复制所选文本</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>引用所选文本</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Go on from here in a new conversation</source>
        <translation>从这里开始新的对话</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>AnswerFooter</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Let the answer go on where it stopped</source>
        <translation>让回答从停下的地方继续</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Write another answer to the same message</source>
        <translation>对同一条消息再写一个回答</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>再想久一点</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>接着这些思考继续，并重新回答</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this answer as Markdown</source>
        <translation>将此回答复制为 Markdown</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AnsweringSettings</name>
    <message>
        <source>Think before answering</source>
        <translation>回答前先思考</translation>
    </message>
    <message>
        <source>For new conversations, where the model can. Each conversation can have its own choice.</source>
        <translation>用于新对话（模型支持时）。每个对话都可以有自己的选择。</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Answer by itself when the thoughts go round in circles</source>
        <translation>思考原地打转时自动开始回答</translation>
    </message>
    <message>
        <source>Otherwise Parley only offers “Answer now”.</source>
        <translation>否则 Parley 只提供“立即回答”。</translation>
    </message>
    <message>
        <source>Thoughts in circles</source>
        <translation>原地打转的思考</translation>
    </message>
    <message>
        <source>up to {number} tokens</source>
        <translation>最多 {number} 个 token</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>不限制</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>思考预算</translation>
    </message>
    <message>
        <source>How long a new conversation may think about one answer; below about 1,000 little is gained.</source>
        <translation>新对话可以为一个回答思考多久；少于约 1,000 时收益不大。</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>“System” follows your system, also when it asks for high contrast.</source>
        <translation>“系统”会跟随您的系统，包括系统要求高对比度时。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>{number} 像素</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of the conversation.</source>
        <translation>对话中的文字。</translation>
    </message>
    <message>
        <source>Font of the conversation</source>
        <translation>对话的字体</translation>
    </message>
    <message>
        <source>{number} pixels (usual)</source>
        <translation>{number} 像素（常用）</translation>
    </message>
    <message>
        <source>Width of the conversation</source>
        <translation>对话的宽度</translation>
    </message>
    <message>
        <source>Move nothing on the screen</source>
        <translation>屏幕上不使用移动效果</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动态效果</translation>
    </message>
</context>
<context>
    <name>AssistantView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>再想久一点</translation>
    </message>
    <message>
        <source>Answer with thinking</source>
        <translation>思考后回答</translation>
    </message>
    <message>
        <source>This model does not think before it answers.</source>
        <translation>此模型回答前不思考。</translation>
    </message>
    <message>
        <source>Answer without thinking</source>
        <translation>不思考直接回答</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>修改回答</translation>
    </message>
</context>
<context>
    <name>AttachmentTray</name>
    <message>
        <source>The files are not ready yet.</source>
        <translation>文件还没有准备好。</translation>
    </message>
    <message>
        <source>Choose above what to send of the long file.</source>
        <translation>请在上方选择长文件中要发送的内容。</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Documents and code ({endings})</source>
        <translation>文档和代码 ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>The end is missing: it was too long to be read whole.</source>
        <translation>缺少结尾：文件太长，无法全部读取。</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队等待中</translation>
    </message>
    <message>
        <source>Parts · {tokens}</source>
        <translation>部分内容 · {tokens}</translation>
    </message>
    <message>
        <source>Summary · {tokens}</source>
        <translation>摘要 · {tokens}</translation>
    </message>
    <message>
        <source>Reading page {done} of {total}…</source>
        <translation>正在读取第 {done} 页，共 {total} 页…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Summarising…</source>
        <translation>正在总结…</translation>
    </message>
    <message>
        <source>Summarising · {done} of {total}</source>
        <translation>正在总结 · {done}/{total}</translation>
    </message>
    <message>
        <source>Too long · {tokens}</source>
        <translation>太长 · {tokens}</translation>
    </message>
    <message>
        <source>Searched per question</source>
        <translation>按每个问题搜索</translation>
    </message>
    <message>
        <source>Matching parts</source>
        <translation>匹配的部分</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>约 {tokens}</translation>
    </message>
</context>
<context>
    <name>AttachmentsSide</name>
    <message>
        <source>No document of this conversation has this paragraph.</source>
        <translation>此对话的文档中没有这一段。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已移除“{name}”。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Only {most} files fit in one message; %Ln file(s) were left out.</source>
        <translation>
            <numerusform>一条消息最多只能附加 {most} 个文件；有 %Ln 个文件未加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” could not be summarised.</source>
        <translation>“{name}”无法总结。</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The file with your conversations is damaged, so no copy of it was made.</source>
        <translation>保存您对话的文件已损坏，因此没有为它制作副本。</translation>
    </message>
    <message>
        <source>Have it repaired here. The older copies are kept.</source>
        <translation>请在这里修复它。较早的副本会保留。</translation>
    </message>
    <message>
        <source>This copy is damaged. Nothing has been changed.</source>
        <translation>此副本已损坏。没有更改任何内容。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择另一个。</translation>
    </message>
    <message>
        <source>Nothing can be read of the conversations, and there is no copy of them.</source>
        <translation>对话已完全无法读取，而且没有副本。</translation>
    </message>
    <message>
        <source>Put back a copy of the file if you have one. It has been left as it is.</source>
        <translation>如果您有该文件的副本，请放回去。文件保持原样。</translation>
    </message>
    <message>
        <source>The copies cannot be reached.</source>
        <translation>无法访问副本。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺失任何内容。</translation>
    </message>
    <message>
        <source>They come from a copy; what was said after it is lost.</source>
        <translation>它们来自副本；此后的对话内容已丢失。</translation>
    </message>
    <message>
        <source>The damaged file is kept as “{name}”.</source>
        <translation>损坏的文件保留为“{name}”。</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Copies of your conversations</source>
        <translation>您的对话副本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <source>A copy is made every day, encrypted like the conversations themselves, and stays on this computer.</source>
        <translation>每天会制作一份副本，与对话本身一样加密，并保留在这台电脑上。</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>立即制作副本</translation>
    </message>
    <message>
        <source>Check the conversations</source>
        <translation>检查对话</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>保存可读取的内容</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>A copy is being made…</source>
        <translation>正在制作副本…</translation>
    </message>
    <message>
        <source>Everything is being read…</source>
        <translation>正在读取全部内容…</translation>
    </message>
    <message>
        <source>The copy is being put back…</source>
        <translation>正在恢复副本…</translation>
    </message>
    <message>
        <source>What can be read is being saved…</source>
        <translation>正在保存可读取的内容…</translation>
    </message>
    <message>
        <source>There is no copy of your conversations yet.</source>
        <translation>还没有您的对话副本。</translation>
    </message>
    <message>
        <source>The last copy is from {date}.</source>
        <translation>最近一份副本的时间是 {date}。</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Save what can be read, or put a copy back.</source>
        <translation>无法打开您的对话。请保存可读取的内容，或恢复一份副本。</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged.</source>
        <translation>保存您对话的文件已损坏。</translation>
    </message>
    <message>
        <source>Everything was read, and all is well.</source>
        <translation>已读取全部内容，一切正常。</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Put back the copy of {date}</source>
        <translation>恢复 {date} 的副本</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BannerArea</name>
    <message>
        <source>Show recovery code…</source>
        <translation>显示恢复码…</translation>
    </message>
    <message>
        <source>Your conversations are encrypted. Save your recovery code.</source>
        <translation>您的对话已加密。请保存您的恢复码。</translation>
    </message>
    <message>
        <source>Protect with a passphrase…</source>
        <translation>用密码短语保护…</translation>
    </message>
    <message>
        <source>Conversations are kept only until you close Parley.</source>
        <translation>对话只保留到您关闭 Parley 为止。</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>保持这样</translation>
    </message>
    <message>
        <source>Your stored conversations stay locked. New ones are kept only until you close Parley.</source>
        <translation>已保存的对话仍处于锁定状态。新对话只保留到您关闭 Parley 为止。</translation>
    </message>
    <message>
        <source>Your conversations could not be opened.</source>
        <translation>无法打开您的对话。</translation>
    </message>
    <message>
        <source>Copies and repair…</source>
        <translation>副本与修复…</translation>
    </message>
    <message>
        <source>Use Parley without saving</source>
        <translation>使用 Parley 但不保存</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选择其他…</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Simple questions and short texts, at once, on any computer.</source>
        <translation>简单问题和短文本，即时回答，任何电脑都可以。</translation>
    </message>
    <message>
        <source>Everyday questions and summaries on modest computers.</source>
        <translation>日常问题和摘要，适合配置一般的电脑。</translation>
    </message>
    <message>
        <source>An all-rounder for laptops: chat, writing and translation.</source>
        <translation>笔记本电脑上的全能选手：聊天、写作和翻译。</translation>
    </message>
    <message>
        <source>Reliable answers, good writing, simple programs.</source>
        <translation>可靠的回答、良好的文笔、简单的程序。</translation>
    </message>
    <message>
        <source>Demanding texts, programs and translations.</source>
        <translation>高要求的文本、程序和翻译。</translation>
    </message>
    <message>
        <source>The best answers that one good graphics card can give.</source>
        <translation>一块好显卡能给出的最佳回答。</translation>
    </message>
    <message>
        <source>Knows as much as a large model and answers as fast as a small one; needs much memory.</source>
        <translation>知识量如大模型，回答快如小模型；需要大量内存。</translation>
    </message>
    <message>
        <source>The hardest questions, for workstations and servers.</source>
        <translation>最难的问题，适合工作站和服务器。</translation>
    </message>
    <message>
        <source>Answers at once without thinking; reads very long documents.</source>
        <translation>不思考、立即回答；可阅读很长的文档。</translation>
    </message>
    <message>
        <source>Always thinks at length: mathematics, science, hard problems.</source>
        <translation>总是深入思考：数学、科学、难题。</translation>
    </message>
    <message>
        <source>Writes and repairs programs.</source>
        <translation>编写和修复程序。</translation>
    </message>
    <message>
        <source>As good as the original</source>
        <translation>与原版一样好</translation>
    </message>
    <message>
        <source>Hardly any difference from the original</source>
        <translation>与原版几乎没有差别</translation>
    </message>
    <message>
        <source>Small losses in difficult questions</source>
        <translation>难题上略有损失</translation>
    </message>
    <message>
        <source>Noticeably worse: slips and forgotten details</source>
        <translation>明显变差：会出错、遗漏细节</translation>
    </message>
    <message>
        <source>Much worse: only where nothing else fits</source>
        <translation>差很多：仅在其他都放不下时使用</translation>
    </message>
</context>
<context>
    <name>CatalogueCard</name>
    <message>
        <source>Close {name}</source>
        <translation>收起 {name}</translation>
    </message>
    <message>
        <source>Show the sizes of {name}</source>
        <translation>显示 {name} 的各种大小</translation>
    </message>
    <message>
        <source>recommended for this computer</source>
        <translation>推荐用于这台电脑</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>This computer: {facts}</source>
        <translation>这台电脑：{facts}</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在了解这台电脑…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Looking for what suits this computer…</source>
        <translation>正在寻找适合这台电脑的模型…</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>The waiting message was removed.</source>
        <translation>已移除等待发送的消息。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unlock your conversations first, or go on without saving.</source>
        <translation>请先解锁您的对话，或选择不保存继续使用。</translation>
    </message>
    <message>
        <source>Your conversations could not be opened. Choose above how to go on.</source>
        <translation>无法打开您的对话。请在上方选择如何继续。</translation>
    </message>
</context>
<context>
    <name>ChatSession</name>
    <message numerus="yes">
        <source>The message and %Ln after it were deleted.</source>
        <translation>
            <numerusform>该消息及其后的 %Ln 条消息已删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The message was deleted.</source>
        <translation>该消息已删除。</translation>
    </message>
    <message>
        <source>An answer is being written. Wait for it or stop it first.</source>
        <translation>正在写回答。请等待或先停止它。</translation>
    </message>
</context>
<context>
    <name>ChatSettings</name>
    <message>
        <source>This conversation uses “{name}”, which is being loaded.</source>
        <translation>此对话使用“{name}”，正在加载它。</translation>
    </message>
    <message>
        <source>“{name}”, the model of this conversation, is not there any more. Another one answers.</source>
        <translation>此对话的模型“{name}”已不存在。将由另一个模型回答。</translation>
    </message>
</context>
<context>
    <name>ChatState</name>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>此更改无法保存：Parley 下次启动时它会消失。</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>复制此代码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this code as a file</source>
        <translation>将此代码保存为文件</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Break long lines instead of scrolling sideways</source>
        <translation>长行自动换行，而不是横向滚动</translation>
    </message>
    <message>
        <source>Show all {lines} lines</source>
        <translation>显示全部 {lines} 行</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>未保存：{reason}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Which columns are to be translated?</source>
        <translation>要翻译哪些列？</translation>
    </message>
    <message>
        <source>The others stay as they are in “{name}”.</source>
        <translation>“{name}”中的其他列保持原样。</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>想问什么都可以。内容只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Enter to send · Shift+Enter for a new line · Esc to stop</source>
        <translation>Enter 发送 · Shift+Enter 换行 · Esc 停止</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>请先写一条消息。</translation>
    </message>
    <message>
        <source>Pasted text · {count} characters</source>
        <translation>粘贴的文本 · {count} 个字符</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>移除此文本</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} of {size} tokens of the context are in use.</source>
        <translation>上下文已使用 {used}/{size} 个 token。</translation>
    </message>
    <message>
        <source>It is full: click to make room.</source>
        <translation>已满：点击以腾出空间。</translation>
    </message>
    <message>
        <source>It is nearly full. Click to see what fills it.</source>
        <translation>快满了。点击查看占用情况。</translation>
    </message>
    <message>
        <source>This is how much of the conversation the model keeps in mind. Click to see what fills it.</source>
        <translation>这是模型记住的对话量。点击查看占用情况。</translation>
    </message>
</context>
<context>
    <name>ContextPopover</name>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Conversation so far</source>
        <translation>到目前为止的对话</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>此消息</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>{used} of {size} tokens</source>
        <translation>{used}/{size} 个 token</translation>
    </message>
    <message>
        <source>Make room…</source>
        <translation>腾出空间…</translation>
    </message>
    <message>
        <source>A larger window, or less of the conversation</source>
        <translation>更大的窗口，或更少的对话内容</translation>
    </message>
    <message>
        <source>What the model keeps in mind while it answers.</source>
        <translation>模型回答时记住的内容。</translation>
    </message>
    <message>
        <source>Nearly full. Soon the oldest turns will have to go, or the window has to grow.</source>
        <translation>快满了。很快就需要舍弃最早的对话，或扩大窗口。</translation>
    </message>
    <message>
        <source>Full. Make room before you go on.</source>
        <translation>已满。请先腾出空间再继续。</translation>
    </message>
    <message>
        <source>The last answer reused {reused} tokens; {new} were new.</source>
        <translation>上一个回答重用了 {reused} 个 token；新增 {new} 个。</translation>
    </message>
</context>
<context>
    <name>ContextQuestion</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Summarising the oldest part…</source>
        <translation>正在总结最早的部分…</translation>
    </message>
    <message>
        <source>You can go on reading. An answer that you ask for now goes first.</source>
        <translation>您可以继续阅读。现在请求的回答会优先处理。</translation>
    </message>
    <message>
        <source>Part {done} of {total}</source>
        <translation>第 {done} 部分，共 {total} 部分</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Write no summary</source>
        <translation>不写摘要</translation>
    </message>
    <message>
        <source>The summary could not be written. Try it again, or choose something else.</source>
        <translation>无法写出摘要。请重试，或选择其他方式。</translation>
    </message>
    <message>
        <source>What should happen to the oldest part? Nothing of it is deleted: it stays here to read.</source>
        <translation>最早的部分要怎么处理？不会删除任何内容：它仍可在这里阅读。</translation>
    </message>
    <message>
        <source>Summarise it</source>
        <translation>总结它</translation>
    </message>
    <message>
        <source>The model writes a summary and goes on from it. You can change it.</source>
        <translation>模型写一份摘要并据此继续。您可以修改它。</translation>
    </message>
    <message>
        <source>you can change the summary</source>
        <translation>您可以修改摘要</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>略去它</translation>
    </message>
    <message>
        <source>The model no longer sees the oldest turns. A line shows from where on.</source>
        <translation>模型不再看到最早的对话。一条线会标出从哪里开始。</translation>
    </message>
    <message>
        <source>a line shows where</source>
        <translation>一条线会标出位置</translation>
    </message>
    <message>
        <source>Make room in the model&apos;s {size} tokens</source>
        <translation>在模型的 {size} 个 token 中腾出空间</translation>
    </message>
    <message>
        <source>The model&apos;s {size} tokens are full</source>
        <translation>模型的 {size} 个 token 已满</translation>
    </message>
    <message>
        <source>The conversation no longer fits into the model&apos;s {size} tokens.</source>
        <translation>对话已超出模型的 {size} 个 token。</translation>
    </message>
    <message>
        <source>A window of {size} tokens</source>
        <translation>{size} 个 token 的窗口</translation>
    </message>
    <message>
        <source>Loads the model again</source>
        <translation>重新加载模型</translation>
    </message>
    <message>
        <source>{memory} more memory</source>
        <translation>多用 {memory} 内存</translation>
    </message>
    <message>
        <source>+{memory}, may be slow</source>
        <translation>+{memory}，可能较慢</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>“{title}”已删除。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were deleted.</source>
        <translation>
            <numerusform>已删除 %Ln 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were archived.</source>
        <translation>
            <numerusform>已归档 %Ln 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are back in the list.</source>
        <translation>
            <numerusform>%Ln 个对话已回到列表。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “{name}” was deleted. What was in it is kept.</source>
        <translation>文件夹“{name}”已删除。其中的内容已保留。</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>此更改无法保存：Parley 下次启动时它会消失。</translation>
    </message>
</context>
<context>
    <name>ConversationMenus</name>
    <message>
        <source>Move to a folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln conversation(s)</source>
        <translation>
            <numerusform>删除 %Ln 个对话</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete the folder, keep its conversations</source>
        <translation>删除文件夹，保留其中的对话</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Out of the folder</source>
        <translation>移出文件夹</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>This conversation</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Instructions for the model</source>
        <translation>给模型的指令</translation>
    </message>
    <message>
        <source>What the model should always keep in mind. For example: “Answer briefly, in plain words.”</source>
        <translation>模型应始终记住的内容。例如：“用通俗的语言简短回答。”</translation>
    </message>
    <message>
        <source>Expert values</source>
        <translation>专家参数</translation>
    </message>
    <message>
        <source>How the next word is drawn</source>
        <translation>如何选出下一个词</translation>
    </message>
    <message>
        <source>Reset everything here</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>No instructions, whichever model, recommended values</source>
        <translation>无指令、任意模型、推荐值</translation>
    </message>
    <message>
        <source>Whichever is loaded</source>
        <translation>当前加载的模型</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>{title}, pinned</source>
        <translation>{title}，已置顶</translation>
    </message>
    <message>
        <source>open</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln 个对话</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {name}, {held}, {state}</source>
        <translation>文件夹 {name}，{held}，{state}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
</context>
<context>
    <name>ConversationSide</name>
    <message>
        <source>Answer: {text}</source>
        <translation>回答：{text}</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>请在 %Ln 分钟后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个 token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) were saved.</source>
        <translation>
            <numerusform>已保存 %Ln 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %Ln message(s) could not be read any more.</source>
        <translation>
            <numerusform>最多有 %Ln 条消息已无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) come from a copy.</source>
        <translation>
            <numerusform>%Ln 条消息来自副本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) lost their title.</source>
        <translation>
            <numerusform>%Ln 个对话丢失了标题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CutDivider</name>
    <message>
        <source>This is what the model knows of what is above. Ctrl+Enter saves.</source>
        <translation>这是模型对上方内容的了解。按 Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>The model knows what is above from its summary</source>
        <translation>模型通过摘要了解上方的内容</translation>
    </message>
    <message>
        <source>The model no longer sees what is above</source>
        <translation>模型不再看到上方的内容</translation>
    </message>
    <message>
        <source>Let the model see everything again</source>
        <translation>让模型重新看到全部内容</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Change the summary</source>
        <translation>修改摘要</translation>
    </message>
    <message>
        <source>Write a summary</source>
        <translation>写一份摘要</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The translation was copied.</source>
        <translation>译文已复制。</translation>
    </message>
    <message>
        <source>The translation could not be saved: {reason}</source>
        <translation>译文无法保存：{reason}</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln 个句子</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {done} translated</source>
        <translation>{sentences} · 已翻译 {done}</translation>
    </message>
    <message numerus="yes">
        <source>{sentences} · look at %Ln of them</source>
        <translation>
            <numerusform>{sentences} · 请查看其中 %Ln 句</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentences} · {letters} characters</source>
        <translation>{sentences} · {letters} 个字符</translation>
    </message>
    <message>
        <source>Type or paste a text.</source>
        <translation>输入或粘贴文本。</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>要翻译的文本</translation>
    </message>
    <message>
        <source>The translation appears here.</source>
        <translation>译文显示在这里。</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Remove the text</source>
        <translation>清除文本</translation>
    </message>
    <message>
        <source>The text was cut at {most} characters. Longer ones are translated as a document.</source>
        <translation>文本已在 {most} 个字符处截断。更长的文本请作为文档翻译。</translation>
    </message>
    <message>
        <source>Translation ({language}).txt</source>
        <translation>译文（{language}）.txt</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>保存译文</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentChip</name>
    <message>
        <source>Remove “{name}”</source>
        <translation>移除“{name}”</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>“{name}” was removed from the list.</source>
        <translation>已将“{name}”从列表中移除。</translation>
    </message>
</context>
<context>
    <name>DocumentPreview</name>
    <message>
        <source>Text of the document</source>
        <translation>文档的文本</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>The model is given this summary:</source>
        <translation>提供给模型的是这份摘要：</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Put into the message</source>
        <translation>放入消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>文档在读取之后有改动。</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>文档已不在原来的位置。保存译文时需要它。</translation>
    </message>
    <message>
        <source>Cannot be translated</source>
        <translation>无法翻译</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>暂停 {name}</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>继续 {name}</translation>
    </message>
    <message>
        <source>Save the translation of {name}…</source>
        <translation>保存 {name} 的译文…</translation>
    </message>
    <message>
        <source>Choose the columns of {name}…</source>
        <translation>选择 {name} 的列…</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>查看译文</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>What stayed the same keeps its translation.</source>
        <translation>没有改动的内容会保留译文。</translation>
    </message>
    <message>
        <source>Show “{name}” in its folder</source>
        <translation>在文件夹中显示“{name}”</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>将 {name} 从此列表中移除</translation>
    </message>
</context>
<context>
    <name>DocumentTranslation</name>
    <message>
        <source>The document has changed since it was read.</source>
        <translation>文档在读取之后有改动。</translation>
    </message>
    <message>
        <source>Read it again: what stayed the same keeps its translation.</source>
        <translation>请重新读取：没有改动的内容会保留译文。</translation>
    </message>
    <message>
        <source>This is the document itself.</source>
        <translation>这就是原文档。</translation>
    </message>
    <message>
        <source>Choose another name for the translation.</source>
        <translation>请为译文另选一个名称。</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Reading the document…</source>
        <translation>正在读取文档…</translation>
    </message>
    <message>
        <source>Say which columns are to be translated.</source>
        <translation>请指定要翻译的列。</translation>
    </message>
    <message>
        <source>{percent} · waits for its turn</source>
        <translation>{percent} · 排队中</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>{percent} · 已暂停</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>{percent} · 已停止。已完成的部分会保留。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln passage(s)</source>
        <translation>
            <numerusform>{done} / %Ln 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>look at %Ln passage(s)</source>
        <translation>
            <numerusform>请查看 %Ln 个段落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are still in the original language.</source>
        <translation>
            <numerusform>还有 %Ln 个段落是原来的语言。</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} · the model is loading</source>
        <translation>{percent} · 正在加载模型</translation>
    </message>
    <message>
        <source>{percent} · waits for an answer in the chat</source>
        <translation>{percent} · 等待聊天中的回答完成</translation>
    </message>
    <message>
        <source>Translated, not saved yet</source>
        <translation>已翻译，尚未保存</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>保存后又有改动</translation>
    </message>
    <message>
        <source>Translated and saved</source>
        <translation>已翻译并保存</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>The file is not there any more.</source>
        <translation>该文件已不存在。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Check that you may read it.</source>
        <translation>无法打开该文件。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>This is a folder or a device. Attach single files.</source>
        <translation>这是文件夹或设备。请附加单个文件。</translation>
    </message>
    <message>
        <source>The file is larger than {size}. Attach the part of it that matters.</source>
        <translation>文件大于 {size}。请附加其中需要的部分。</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>该文件中没有文本。</translation>
    </message>
    <message>
        <source>This file holds data, not text.</source>
        <translation>该文件包含的是数据，不是文本。</translation>
    </message>
    <message>
        <source>Pictures cannot be read yet, only text.</source>
        <translation>目前还不能读取图片，只能读取文本。</translation>
    </message>
    <message>
        <source>This is an old Office file. Save it as .docx or PDF, then attach that.</source>
        <translation>这是旧版 Office 文件。请另存为 .docx 或 PDF，然后再附加。</translation>
    </message>
    <message>
        <source>Files of this kind ({kind}) cannot be read. Save it as PDF, .docx or text, then attach that.</source>
        <translation>无法读取此类文件（{kind}）。请另存为 PDF、.docx 或文本，然后再附加。</translation>
    </message>
    <message>
        <source>This file has a password. Save a copy without one, then attach that.</source>
        <translation>该文件有密码。请保存一份无密码的副本，然后再附加。</translation>
    </message>
    <message>
        <source>Its pages are pictures without text. Run text recognition (OCR) on it first.</source>
        <translation>其页面是没有文本的图片。请先进行文字识别（OCR）。</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a document has.</source>
        <translation>该文件解压后的大小远超一般文档。</translation>
    </message>
    <message>
        <source>Reading this file took too long, so it was stopped.</source>
        <translation>读取该文件耗时过长，已停止。</translation>
    </message>
    <message>
        <source>Reading this file took too much memory.</source>
        <translation>读取该文件占用内存过多。</translation>
    </message>
    <message>
        <source>This file could not be read; it may be damaged.</source>
        <translation>无法读取该文件；它可能已损坏。</translation>
    </message>
    <message>
        <source>This file is damaged. Open it in its own program and save it again.</source>
        <translation>文件已损坏。请在其原来的程序中打开并重新保存。</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>“{name}”: documents of this kind cannot be translated.</source>
        <translation>“{name}”：无法翻译此类文档。</translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation>文档 ({endings})</translation>
    </message>
    <message>
        <source>Translate documents</source>
        <translation>翻译文档</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>保存译文</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>{percent} · tries again by itself in {seconds} s</source>
        <translation>{percent} · {seconds} 秒后自动重试</translation>
    </message>
    <message>
        <source>Checking that every byte is right…</source>
        <translation>正在检查每个字节是否正确…</translation>
    </message>
    <message>
        <source>{percent} · paused</source>
        <translation>{percent} · 已暂停</translation>
    </message>
    <message>
        <source>Downloaded and verified</source>
        <translation>已下载并验证</translation>
    </message>
    <message>
        <source>{percent} · stopped. What is there is kept.</source>
        <translation>{percent} · 已停止。已有的部分会保留。</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>暂停 {name}</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>继续 {name}</translation>
    </message>
    <message>
        <source>Try {name} again</source>
        <translation>重试 {name}</translation>
    </message>
    <message>
        <source>Show {name} in the library</source>
        <translation>在库中显示 {name}</translation>
    </message>
    <message>
        <source>Remove {name} from this list</source>
        <translation>从此列表移除 {name}</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>取消 {name}</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <source>Drag to change the order, or press Alt with the up and down arrow keys.</source>
        <translation>拖动以更改顺序，或按 Alt 和上下方向键。</translation>
    </message>
    <message>
        <source>Nothing is being downloaded</source>
        <translation>没有正在下载的内容</translation>
    </message>
    <message>
        <source>Downloads go on by themselves after a break, even when Parley was closed in between.</source>
        <translation>下载中断后会自动继续，即使期间关闭过 Parley。</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>发现模型</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop files here to attach them</source>
        <translation>将文件拖放到这里以附加</translation>
    </message>
    <message>
        <source>Exported conversations are imported</source>
        <translation>导出的对话文件会被导入</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Make smaller…</source>
        <translation>缩小…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>your own file</source>
        <translation>您自己的文件</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Parley uses it where it is and never deletes it.</source>
        <translation>Parley 在原位置使用它，绝不会删除它。</translation>
    </message>
    <message>
        <source>update available</source>
        <translation>有可用更新</translation>
    </message>
    <message>
        <source>Answer with this model from now on</source>
        <translation>从现在起用此模型回答</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>{name} 的更多操作</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>重新下载…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Show the update…</source>
        <translation>显示更新…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Verifying… {percent}</source>
        <translation>正在验证… {percent}</translation>
    </message>
    <message>
        <source>Making a smaller copy… {percent}</source>
        <translation>正在制作更小的副本… {percent}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete everything?</source>
        <translation>删除所有内容？</translation>
    </message>
    <message>
        <source>All conversations and their copies, the keys, the settings, caches and technical notes are deleted from this computer, and Parley closes. Nothing can bring them back, not even the recovery code.</source>
        <translation>所有对话及其副本、密钥、设置、缓存和技术记录都将从这台电脑删除，Parley 随后关闭。任何方法都无法恢复，恢复码也不行。</translation>
    </message>
    <message>
        <source>Files that you exported stay where you saved them.</source>
        <translation>您导出的文件会留在您保存的位置。</translation>
    </message>
    <message>
        <source>Also delete the models in Parley&apos;s own folder</source>
        <translation>同时删除 Parley 自己文件夹中的模型</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>the word that is typed</comment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Type “{word}” to go on:</source>
        <translation>输入“{word}”以继续：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>删除所有内容</translation>
    </message>
</context>
<context>
    <name>ExpertSettings</name>
    <message>
        <source>How the context is kept</source>
        <translation>上下文的保存方式</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact (f16)</source>
        <translation>精确 (f16)</translation>
    </message>
    <message>
        <source>Half the memory (q8_0)</source>
        <translation>一半内存 (q8_0)</translation>
    </message>
    <message>
        <source>{part} of {all}</source>
        <translation>{part}/{all}</translation>
    </message>
    <message>
        <source>Layers whose experts stay on the CPU</source>
        <translation>专家留在 CPU 上的层数</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>With what the model thought</source>
        <translation>包含模型的思考过程</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it.</source>
        <translation>该文件未加密：任何拿到它的人都能阅读。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>导出此对话</translation>
    </message>
    <message>
        <source>Export {number} conversations</source>
        <translation>导出 {number} 个对话</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text for notes and editors</source>
        <translation>用于笔记和编辑器的文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything, with all versions; Parley can read it again</source>
        <translation>全部内容，包括所有版本；Parley 可以再次读取</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>For any browser; loads nothing from anywhere</source>
        <translation>适用于任何浏览器；不从任何地方加载内容</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>For printing and sending</source>
        <translation>用于打印和发送</translation>
    </message>
    <message>
        <source>Parley conversations</source>
        <translation>Parley 对话</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Everything was deleted</source>
        <translation>所有内容已删除</translation>
    </message>
    <message>
        <source>Not everything was deleted</source>
        <translation>并非所有内容都已删除</translation>
    </message>
    <message>
        <source>These could not be deleted:</source>
        <translation>以下内容无法删除：</translation>
    </message>
    <message>
        <source>Parley closes now. At its next start it begins as on the first day.</source>
        <translation>Parley 现在关闭。下次启动时会像第一天一样开始。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in closed thoughts</source>
        <translation>
            <numerusform>折叠的思考中还有 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>第 {number} 处，共 {total} 处</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Parley is ready, with a tiny starter model</source>
        <translation>Parley 已就绪，带有一个很小的入门模型</translation>
    </message>
    <message>
        <source>Keep the starter model</source>
        <translation>保留入门模型</translation>
    </message>
    <message>
        <source>I have a file…</source>
        <translation>我有文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It shows how everything works. A bigger model knows more and answers better.</source>
        <translation>它展示一切如何运作。更大的模型知道更多，回答更好。</translation>
    </message>
    <message>
        <source>See which models suit this computer</source>
        <translation>查看哪些模型适合这台电脑</translation>
    </message>
    <message>
        <source>It shows how everything works. For this computer we recommend {name}, a download of {size}.</source>
        <translation>它展示一切如何运作。对这台电脑我们推荐 {name}，下载大小为 {size}。</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>下载 {name}</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary: {source} → {target}</source>
        <translation>术语表：{source} → {target}</translation>
    </message>
    <message>
        <source>The model is asked to use these words, and each translation is checked for them.</source>
        <translation>要求模型使用这些词，并检查每个译文是否使用了它们。</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加一个词</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“{name}” has no words of these two languages.</source>
        <translation>“{name}”中没有这两种语言的词。</translation>
    </message>
    <message>
        <source>“{name}” is no glossary in CSV or TBX.</source>
        <translation>“{name}”不是 CSV 或 TBX 格式的术语表。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) were added.</source>
        <translation>
            <numerusform>已添加 %Ln 个词。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Words of the glossary</source>
        <translation>术语表中的词</translation>
    </message>
    <message>
        <source>Choose the language of the text first.</source>
        <translation>请先选择文本的语言。</translation>
    </message>
    <message>
        <source>That did not work: {reason}</source>
        <translation>没有成功：{reason}</translation>
    </message>
    <message>
        <source>Glossaries (*.csv *.tbx *.tsv *.xml)</source>
        <translation>术语表 (*.csv *.tbx *.tsv *.xml)</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>导入术语表</translation>
    </message>
    <message>
        <source>CSV (*.csv);;TBX (*.tbx)</source>
        <translation>CSV (*.csv);;TBX (*.tbx)</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>导出术语表</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>What would you like to know?</source>
        <translation>您想知道什么？</translation>
    </message>
    <message>
        <source>Ask anything. It stays on this computer.</source>
        <translation>想问什么都可以。内容只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Translate the following text from English into German. Output only the translation.</source>
        <translation>Translate the following text from English into Chinese. Output only the translation.</translation>
    </message>
    <message>
        <source>What is 347 + 268 + 119?</source>
        <translation>347 + 268 + 119 等于多少？</translation>
    </message>
    <message>
        <source>Write hello world in Python.</source>
        <translation>用 Python 写 hello world。</translation>
    </message>
    <message>
        <source>Show me a table.</source>
        <translation>给我看一个表格。</translation>
    </message>
    <message>
        <source>Translate “Good morning” into German.</source>
        <translation>把“Good morning”翻译成中文。</translation>
    </message>
    <message>
        <source>An example to try</source>
        <translation>可以试试的例子</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Search translations</source>
        <translation>搜索译文</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>仅显示加星的</translation>
    </message>
    <message>
        <source>Keep what I translate</source>
        <translation>保留我翻译的内容</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations.</source>
        <translation>与您的对话一样，加密保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>全部移除…</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Nothing is kept, because you do not want it.</source>
        <translation>按您的意愿，不保留任何内容。</translation>
    </message>
    <message>
        <source>What you translate is listed here, encrypted on this computer.</source>
        <translation>您翻译的内容列在这里，加密保存在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>with a star</source>
        <translation>已加星</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import finished</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>没有导入任何内容</translation>
    </message>
    <message>
        <source>Show the first one</source>
        <translation>显示第一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with {messages} are in the list now.</source>
        <translation>
            <numerusform>列表中现在有 %Ln 个对话，共 {messages}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were here in another version; both are kept.</source>
        <translation>
            <numerusform>其中 %Ln 个在这里已有另一版本；两者都保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already and have gone on: what was new in them was added.</source>
        <translation>
            <numerusform>%Ln 个已在这里并有新内容：新增部分已补充进来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already, unchanged, and were left alone.</source>
        <translation>
            <numerusform>%Ln 个已在这里且没有变化，未作改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken over:</source>
        <translation>
            <numerusform>%Ln 个无法导入：</numerusform>
        </translation>
    </message>
    <message>
        <source>You stopped it; what came in before is whole.</source>
        <translation>您停止了导入；之前导入的内容是完整的。</translation>
    </message>
    <message>
        <source>“{name}” holds no conversations.</source>
        <translation>“{name}”中没有对话。</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… 以及另外 {number} 个</translation>
    </message>
    <message>
        <source>What could not be taken over</source>
        <translation>无法导入的内容</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest text</source>
        <translation>跳到最新文本</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Swap the languages</source>
        <translation>交换语言</translation>
    </message>
    <message>
        <source>Tone: {tone}</source>
        <translation>语气：{tone}</translation>
    </message>
    <message>
        <source>About: {domain}</source>
        <translation>主题：{domain}</translation>
    </message>
    <message>
        <source>The model thinks before each sentence: slower, better with wordplay and hidden meanings.</source>
        <translation>模型在每句话前先思考：更慢，但更擅长双关语和言外之意。</translation>
    </message>
    <message>
        <source>This model cannot think.</source>
        <translation>此模型不能思考。</translation>
    </message>
    <message>
        <source>Think harder</source>
        <translation>更深入地思考</translation>
    </message>
    <message>
        <source>What is the text about?</source>
        <translation>这段文本是关于什么的？</translation>
    </message>
    <message>
        <source>For example: a rental contract</source>
        <translation>例如：租房合同</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Detected: {language}</source>
        <translation>检测到：{language}</translation>
    </message>
    <message>
        <source>Detect language</source>
        <translation>检测语言</translation>
    </message>
    <message>
        <source>Translate from: {language}</source>
        <translation>翻译自：{language}</translation>
    </message>
    <message>
        <source>Translate into: {language}</source>
        <translation>翻译成：{language}</translation>
    </message>
</context>
<context>
    <name>LanguagePopup</name>
    <message>
        <source>English name, own name or code</source>
        <translation>语言名称或代码</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>查找语言</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>No language is called “{text}”.</source>
        <translation>没有叫“{text}”的语言。</translation>
    </message>
</context>
<context>
    <name>LanguageRows</name>
    <message>
        <source>Lately</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>所有语言</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{used} in models · {free} free on this disk</source>
        <translation>模型占用 {used} · 此磁盘空闲 {free}</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Use a GGUF file that is on this computer already</source>
        <translation>使用这台电脑上已有的 GGUF 文件</translation>
    </message>
    <message>
        <source>Nothing in the library has these words.</source>
        <translation>库中没有包含这些词的内容。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Discover models</source>
        <translation>发现模型</translation>
    </message>
    <message>
        <source>The starter model shows how everything works. Bigger ones know more and answer better.</source>
        <translation>入门模型展示一切如何运作。更大的模型知道更多，回答更好。</translation>
    </message>
    <message>
        <source>Room for a bigger model</source>
        <translation>有空间使用更大的模型</translation>
    </message>
    <message>
        <source>“{name}” was removed from the list. Its file stays where it is.</source>
        <translation>“{name}”已从列表移除。其文件留在原处。</translation>
    </message>
    <message>
        <source>“{name}” was moved to the trash.</source>
        <translation>“{name}”已移到回收站。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>This link leaves Parley and opens in another program:</source>
        <translation>此链接会离开 Parley，在另一个程序中打开：</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The last answer was copied.</source>
        <translation>上一个回答已复制。</translation>
    </message>
    <message>
        <source>{title} – Parley</source>
        <translation>{title} – Parley</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制上一个回答</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <source>Copies of the conversations…</source>
        <translation>对话副本…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>无法保存设置：{reason}</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Change this message</source>
        <translation>修改此消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The message as it was stays as a version.</source>
        <translation>原来的消息会作为一个版本保留。</translation>
    </message>
    <message>
        <source>The answer as it was stays as a version. Ctrl+Enter saves.</source>
        <translation>原来的回答会作为一个版本保留。按 Ctrl+Enter 保存。</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Starter model</source>
        <translation>入门模型</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation>获取更多模型…</translation>
    </message>
    <message>
        <source>Open a GGUF file…</source>
        <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>loading {percent} %</source>
        <translation>正在加载 {percent} %</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>无法加载</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>入门模型</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Choose one below. The starter model is always there.</source>
        <translation>请在下方选择一个。入门模型始终可用。</translation>
    </message>
    <message>
        <source>Loading: {percent} %</source>
        <translation>正在加载：{percent} %</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>无法加载该模型。</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>取消加载</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>详细信息…</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>正在检查显卡…</translation>
    </message>
    <message>
        <source>Check the graphics card again</source>
        <translation>再次检查显卡</translation>
    </message>
    <message>
        <source>Starter model (built in)</source>
        <translation>入门模型（内置）</translation>
    </message>
</context>
<context>
    <name>ModelSettings</name>
    <message>
        <source>{number} tokens</source>
        <translation>{number} 个 token</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>上下文窗口</translation>
    </message>
    <message>
        <source>Fitting this computer</source>
        <translation>适合这台电脑</translation>
    </message>
    <message>
        <source>How much of a conversation a model sees. For the next model that is loaded.</source>
        <translation>模型能看到多少对话内容。用于下一个加载的模型。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Processor cores that a model may use. For the next model that is loaded.</source>
        <translation>模型可以使用的处理器核心数。用于下一个加载的模型。</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>最多 {size}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Remember conversations on the disk</source>
        <translation>在磁盘上记住对话</translation>
    </message>
    <message>
        <source>What a model has read of long conversations, encrypted, so that it need not read them again after a start.</source>
        <translation>模型读过的长对话内容，加密保存，这样启动后无需重新读取。</translation>
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
        <translation>{tokens} 个 token 的上下文</translation>
    </message>
    <message>
        <source>{count} billion parameters</source>
        <translation>{count}B 参数</translation>
    </message>
    <message>
        <source>{count} million parameters</source>
        <translation>{count}M 参数</translation>
    </message>
    <message>
        <source>Can think before it answers</source>
        <translation>可以在回答前思考</translation>
    </message>
    <message>
        <source>Always thinks before it answers</source>
        <translation>总是在回答前思考</translation>
    </message>
    <message>
        <source>Answers without thinking</source>
        <translation>不思考直接回答</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Thinking: switch and budget</source>
        <translation>思考：开关和预算</translation>
    </message>
    <message>
        <source>Thinking: always, with a budget</source>
        <translation>思考：始终，带预算</translation>
    </message>
    <message>
        <source>Thinking: effort levels</source>
        <translation>思考：强度等级</translation>
    </message>
    <message>
        <source>No thinking</source>
        <translation>无思考</translation>
    </message>
    <message>
        <source>Mixture of experts</source>
        <translation>混合专家</translation>
    </message>
    <message>
        <source>up to {size} context</source>
        <translation>上下文最多 {size}</translation>
    </message>
    <message>
        <source>{number} B parameters</source>
        <translation>{number} B 参数</translation>
    </message>
    <message>
        <source>{number} M parameters</source>
        <translation>{number} M 参数</translation>
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
        <translation>{number} token/秒</translation>
    </message>
    <message>
        <source>~ {number}</source>
        <translation>~ {number}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
    <message>
        <source>{number} s left</source>
        <translation>剩余 {number} 秒</translation>
    </message>
    <message>
        <source>{number} min left</source>
        <translation>剩余 {number} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>剩余 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>从未使用</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>今天使用过</translation>
    </message>
    <message>
        <source>used yesterday</source>
        <translation>昨天使用过</translation>
    </message>
    <message>
        <source>used on {day}</source>
        <translation>{day} 使用过</translation>
    </message>
    <message>
        <source>{number}M</source>
        <translation>{number}M</translation>
    </message>
    <message>
        <source>{number} downloads</source>
        <translation>{number} 次下载</translation>
    </message>
    <message>
        <source>{number} likes</source>
        <translation>{number} 个赞</translation>
    </message>
    <message>
        <source>updated {date}</source>
        <translation>更新于 {date}</translation>
    </message>
    <message>
        <source>needs your agreement on its page</source>
        <translation>需要您在其页面上同意条款</translation>
    </message>
</context>
<context>
    <name>ModelsBar</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Downloads · {count}</source>
        <translation>下载 · {count}</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索库</translation>
    </message>
    <message>
        <source>Search Hugging Face and ModelScope</source>
        <translation>搜索 Hugging Face 和 ModelScope</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Back to the models</source>
        <translation>返回模型</translation>
    </message>
    <message>
        <source>Where it will live: {summary}</source>
        <translation>它将放在哪里：{summary}</translation>
    </message>
    <message>
        <source>Added to the downloads. You can go on chatting meanwhile.</source>
        <translation>已加入下载。您可以同时继续聊天。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Net</name>
    <message>
        <source>Something went wrong in Parley while it used the network.</source>
        <translation>Parley 在使用网络时出了问题。</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>请按“重试”。如果再次发生，请报告。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s connection to the internet.</source>
        <translation>请检查这台电脑的互联网连接。</translation>
    </message>
    <message>
        <source>{hub} cannot be reached.</source>
        <translation>无法连接 {hub}。</translation>
    </message>
    <message>
        <source>The address of {hub} was not found.</source>
        <translation>找不到 {hub} 的地址。</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and the address of the mirror if one is set.</source>
        <translation>请检查互联网连接，以及镜像地址（如果设置了）。</translation>
    </message>
    <message>
        <source>{hub} does not answer.</source>
        <translation>{hub} 没有响应。</translation>
    </message>
    <message>
        <source>The connection to {hub} is not safe: its certificate is not trusted here.</source>
        <translation>与 {hub} 的连接不安全：其证书在此不受信任。</translation>
    </message>
    <message>
        <source>A company&apos;s network or a virus scanner may be in between; its certificate has to be installed in the system. Also check the computer&apos;s date.</source>
        <translation>可能有公司网络或杀毒软件介入；其证书需要安装到系统中。也请检查电脑的日期。</translation>
    </message>
    <message>
        <source>The proxy server does not let the connection through.</source>
        <translation>代理服务器不允许该连接通过。</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>请在设置中检查代理。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>{hub} has been asked too often and wants a pause.</source>
        <translation>对 {hub} 的请求过于频繁，需要暂停一下。</translation>
    </message>
    <message>
        <source>{hub} has no such model, or it is private.</source>
        <translation>{hub} 没有这个模型，或它是私有的。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>This model&apos;s owner wants its terms to be accepted first.</source>
        <translation>此模型的所有者要求先接受其条款。</translation>
    </message>
    <message>
        <source>Open its page, sign in and accept the terms, then enter your access token in the settings.</source>
        <translation>请打开其页面，登录并接受条款，然后在设置中输入您的访问令牌。</translation>
    </message>
    <message>
        <source>{hub} asks for an access token, or refuses the one that is set.</source>
        <translation>{hub} 要求访问令牌，或拒绝了已设置的令牌。</translation>
    </message>
    <message>
        <source>Enter a valid token in the settings.</source>
        <translation>请在设置中输入有效的令牌。</translation>
    </message>
    <message>
        <source>{hub} has a problem of its own.</source>
        <translation>{hub} 自身出现问题。</translation>
    </message>
    <message>
        <source>Press Retry. What is good so far is kept.</source>
        <translation>请按“重试”。已下载的正确部分会保留。</translation>
    </message>
    <message>
        <source>Choose another file of this model, or one from another owner.</source>
        <translation>请选择此模型的另一个文件，或其他所有者的文件。</translation>
    </message>
    <message>
        <source>Something else came instead of {hub}&apos;s answer.</source>
        <translation>收到的不是 {hub} 的回应，而是别的内容。</translation>
    </message>
    <message>
        <source>If this network has a sign-in page, open it in a browser, then press Retry.</source>
        <translation>如果此网络有登录页面，请在浏览器中打开它，然后按“重试”。</translation>
    </message>
    <message>
        <source>The file was replaced on {hub} meanwhile.</source>
        <translation>该文件在 {hub} 上已被替换。</translation>
    </message>
    <message>
        <source>What arrived is not the file that {hub} announced, so it is not used.</source>
        <translation>收到的不是 {hub} 所说的文件，因此不使用它。</translation>
    </message>
    <message>
        <source>The file has a name that Parley does not write to your disk.</source>
        <translation>Parley 不会将这种名称的文件写入您的磁盘。</translation>
    </message>
    <message>
        <source>A part of this model is missing on {hub}.</source>
        <translation>此模型的一部分在 {hub} 上缺失。</translation>
    </message>
    <message>
        <source>This file is not a model that Parley can read.</source>
        <translation>此文件不是 Parley 能读取的模型。</translation>
    </message>
    <message>
        <source>Choose another folder for models in the settings.</source>
        <translation>请在设置中选择另一个模型文件夹。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} needed, {free} free.</source>
        <translation>磁盘空间不足：需要 {needed}，空闲 {free}。</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for models in the settings.</source>
        <translation>请腾出空间，或在设置中选择另一个模型文件夹。</translation>
    </message>
    <message>
        <source>Parley may not write to the folder for models.</source>
        <translation>Parley 无权写入模型文件夹。</translation>
    </message>
    <message>
        <source>Another window of Parley is downloading this model.</source>
        <translation>Parley 的另一个窗口正在下载此模型。</translation>
    </message>
    <message>
        <source>Wait for it, or close it and press Retry.</source>
        <translation>请等待，或关闭它后按“重试”。</translation>
    </message>
</context>
<context>
    <name>NetworkSettings</name>
    <message>
        <source>Offline: search and download nothing</source>
        <translation>离线：不搜索也不下载</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Another one is used from the next start on; what is in the old one stays there.</source>
        <translation>另一个文件夹从下次启动起使用；旧文件夹中的内容留在原处。</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Parley&apos;s own</source>
        <translation>Parley 自己的</translation>
    </message>
    <message>
        <source>{hub} token</source>
        <translation>{hub} 令牌</translation>
    </message>
    <message>
        <source>{hub} mirror</source>
        <translation>{hub} 镜像</translation>
    </message>
    <message>
        <source>The hub&apos;s own address</source>
        <translation>模型站自己的地址</translation>
    </message>
    <message>
        <source>Its password is kept in the system&apos;s keyring.</source>
        <translation>其密码保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Its password is kept until Parley is closed: no keyring took it.</source>
        <translation>其密码只保留到 Parley 关闭为止：没有可用的密钥环。</translation>
    </message>
    <message>
        <source>This is no token: it has spaces or letters that none has.</source>
        <translation>这不是令牌：它含有空格或令牌中不会出现的字符。</translation>
    </message>
    <message>
        <source>Only needed for models whose owner asks for your agreement.</source>
        <translation>仅当模型所有者要求您同意条款时才需要。</translation>
    </message>
    <message>
        <source>A token is kept in the system&apos;s keyring. Type another to replace it.</source>
        <translation>令牌保存在系统的密钥环中。输入另一个即可替换。</translation>
    </message>
    <message>
        <source>A token is kept until Parley is closed. Type another to replace it.</source>
        <translation>令牌保留到 Parley 关闭为止。输入另一个即可替换。</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>无法加载该模型。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No model is loaded: it is what translates.</source>
        <translation>未加载模型：翻译需要它。</translation>
    </message>
    <message>
        <source>The model is loading. The translation begins by itself.</source>
        <translation>模型正在加载。翻译会自动开始。</translation>
    </message>
    <message>
        <source>An answer is being written in the chat. The translation goes on right after it.</source>
        <translation>聊天中正在写回答。翻译随后立即继续。</translation>
    </message>
    <message>
        <source>This looks like {language}.</source>
        <translation>这看起来是{language}。</translation>
    </message>
    <message>
        <source>Translate from {language}</source>
        <translation>从{language}翻译</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>显示模型</translation>
    </message>
</context>
<context>
    <name>NoticeActions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Think less</source>
        <translation>少想一点</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>重新加载</translation>
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
        <translation>根据大小判断；下载前会读取其自身数据。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>在库中</translation>
    </message>
</context>
<context>
    <name>OfferTable</name>
    <message>
        <source>On this computer, {size} context</source>
        <translation>在这台电脑上，上下文 {size}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/秒</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>无损失</translation>
    </message>
    <message>
        <source>hardly any loss</source>
        <translation>几乎无损失</translation>
    </message>
    <message>
        <source>slight loss</source>
        <translation>轻微损失</translation>
    </message>
    <message>
        <source>noticeable loss</source>
        <translation>明显损失</translation>
    </message>
    <message>
        <source>strong loss</source>
        <translation>严重损失</translation>
    </message>
    <message>
        <source>{part} of {all} active</source>
        <translation>{all} 中 {part} 激活</translation>
    </message>
    <message>
        <source>{number} languages</source>
        <translation>{number} 种语言</translation>
    </message>
    <message>
        <source>{number}B</source>
        <translation>{number}B</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} 个文件</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message>
        <source>Hide the thoughts</source>
        <translation>隐藏思考过程</translation>
    </message>
    <message>
        <source>Show all thoughts</source>
        <translation>显示全部思考过程</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Protect your conversations</source>
        <translation>保护您的对话</translation>
    </message>
    <message>
        <source>Parley keeps your conversations encrypted. This system has no keyring that could hold the key, so it is made from a passphrase that Parley asks for at each start.</source>
        <translation>Parley 加密保存您的对话。此系统没有可以保存密钥的密钥环，因此密钥由密码短语生成，Parley 每次启动时会询问。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>At least {count} characters. Several words are easy to remember and hard to guess.</source>
        <translation>至少 {count} 个字符。几个词组成的短语容易记住、难以猜到。</translation>
    </message>
    <message>
        <source>The two are different.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Nobody can reset it, but you will get a recovery code.</source>
        <translation>没有人能重置它，但您会得到一个恢复码。</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>您的消息</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show more of this message</source>
        <translation>显示此消息的更多内容</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>复制此消息</translation>
    </message>
    <message>
        <source>Change this message and ask again</source>
        <translation>修改此消息并重新提问</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Change and ask again</source>
        <translation>修改并重新提问</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>fits on the GPU</source>
        <translation>适合 GPU</translation>
    </message>
    <message>
        <source>GPU, experts on the CPU</source>
        <translation>GPU，专家在 CPU 上</translation>
    </message>
    <message>
        <source>GPU + CPU, {part}/{all} layers</source>
        <translation>GPU + CPU，{part}/{all} 层</translation>
    </message>
    <message>
        <source>runs on the CPU</source>
        <translation>在 CPU 上运行</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>最多 {size}</translation>
    </message>
    <message>
        <source>Memory · {size}</source>
        <translation>内存 · {size}</translation>
    </message>
    <message>
        <source>GPU · {name}, {size}</source>
        <translation>GPU · {name}，{size}</translation>
    </message>
    <message>
        <source>model {size}</source>
        <translation>模型 {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>上下文 {size}</translation>
    </message>
    <message>
        <source>working memory {size}</source>
        <translation>工作内存 {size}</translation>
    </message>
    <message>
        <source>other programs {size}</source>
        <translation>其他程序 {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>空闲 {size}</translation>
    </message>
    <message>
        <source>{size} too little</source>
        <translation>还差 {size}</translation>
    </message>
    <message>
        <source>{name} with {size}</source>
        <translation>{name}，{size}</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} 内存</translation>
    </message>
</context>
<context>
    <name>PlacementPanel</name>
    <message>
        <source>choose a model</source>
        <translation>选择一个模型</translation>
    </message>
    <message>
        <source>Where it will live</source>
        <translation>它将放在哪里</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在了解这台电脑…</translation>
    </message>
    <message>
        <source>Choose a model to see which memory it needs, before you download it.</source>
        <translation>选择一个模型，在下载前查看它需要哪些内存。</translation>
    </message>
    <message>
        <source>Checking the graphics card…</source>
        <translation>正在检查显卡…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>{name} with {size} context</source>
        <translation>{name}，上下文 {size}</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>专家设置</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>恢复自动</translation>
    </message>
    <message>
        <source>Load again with this</source>
        <translation>用此设置重新加载</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Context · automatic</source>
        <translation>上下文 · 自动</translation>
    </message>
    <message>
        <source>all {number}</source>
        <translation>全部 {number}</translation>
    </message>
    <message>
        <source>GPU layers</source>
        <translation>GPU 层数</translation>
    </message>
    <message>
        <source>GPU layers · automatic</source>
        <translation>GPU 层数 · 自动</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>No preset</source>
        <translation>无预设</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>还没有预设</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Save, rename or delete presets</source>
        <translation>保存、重命名或删除预设</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save these settings as a preset…</source>
        <translation>将这些设置保存为预设…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>The preset “{name}” was replaced.</source>
        <translation>预设“{name}”已替换。</translation>
    </message>
    <message>
        <source>“{name}” holds from the next answer on.</source>
        <translation>“{name}”从下一个回答起生效。</translation>
    </message>
    <message>
        <source>The settings of this conversation are the usual ones again.</source>
        <translation>此对话已恢复常用设置。</translation>
    </message>
    <message>
        <source>The preset “{name}” was deleted.</source>
        <translation>预设“{name}”已删除。</translation>
    </message>
    <message>
        <source>This change could not be saved: it will be gone when Parley starts again.</source>
        <translation>此更改无法保存：Parley 下次启动时它会消失。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Translated from: {language}</source>
        <translation>源语言：{language}</translation>
    </message>
    <message>
        <source>Back to the documents</source>
        <translation>返回文档列表</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Document and translation</source>
        <translation>文档与译文</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>There is nothing left to look at.</source>
        <translation>没有需要查看的内容了。</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>正在读取文档…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Only marked · {count}</source>
        <translation>仅标记的 · {count}</translation>
    </message>
    <message>
        <source>Passages in which something may be wrong</source>
        <translation>可能有误的段落</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The document has changed since it was read. Read it again: what stayed the same keeps its translation.</source>
        <translation>文档在读取之后有改动。请重新读取：没有改动的内容会保留译文。</translation>
    </message>
    <message>
        <source>The document is not where it was. It is needed to save the translation.</source>
        <translation>文档已不在原来的位置。保存译文时需要它。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>PrivacySettings</name>
    <message>
        <source>Copies of the conversations</source>
        <translation>对话副本</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What can be made again</source>
        <translation>可以重新生成的内容</translation>
    </message>
    <message>
        <source>Technical notes</source>
        <translation>技术记录</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>内容所在位置</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>打开文件夹：{name}</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Nothing is kept in this session.</source>
        <translation>本次会话不保存任何内容。</translation>
    </message>
    <message>
        <source>Parley closes, forgets all that it has read, and comes back asking for your passphrase.</source>
        <translation>Parley 会关闭，忘掉读过的一切，重新打开时要求输入密码短语。</translation>
    </message>
    <message>
        <source>The keyring of this computer opens your conversations: lock the computer to lock them.</source>
        <translation>这台电脑的密钥环会打开您的对话：锁定电脑即可锁定它们。</translation>
    </message>
    <message>
        <source>Lock the conversations</source>
        <translation>锁定对话</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Make a new recovery code…</source>
        <translation>生成新的恢复码…</translation>
    </message>
    <message>
        <source>It opens your conversations when the key of this computer is lost. The one before then opens nothing.</source>
        <translation>当这台电脑的密钥丢失时，它可以打开您的对话。之前的恢复码随即失效。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>删除所有内容…</translation>
    </message>
    <message>
        <source>Conversations with their copies and keys, settings, caches and notes. Nothing brings them back.</source>
        <translation>对话及其副本和密钥、设置、缓存和记录。无法恢复。</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>删除所有内容</translation>
    </message>
</context>
<context>
    <name>ProseBlock</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Image: {description}</source>
        <translation>图片：{description}</translation>
    </message>
</context>
<context>
    <name>QuantizeDialog</name>
    <message>
        <source>Make a smaller copy</source>
        <translation>制作更小的副本</translation>
    </message>
    <message>
        <source>The copy needs less memory and answers faster, and loses a little quality. “{name}” stays.</source>
        <translation>副本需要更少内存、回答更快，质量略有下降。“{name}”会保留。</translation>
    </message>
    <message>
        <source>This file cannot be made smaller: only F32, F16, BF16 and Q8_0 files can.</source>
        <translation>此文件无法缩小：只有 F32、F16、BF16 和 Q8_0 文件可以。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for any of them.</source>
        <translation>磁盘空间不足以存放其中任何一个。</translation>
    </message>
    <message>
        <source>Free on this disk: {size}. It takes a few minutes and can be cancelled.</source>
        <translation>此磁盘空闲：{size}。需要几分钟，可以取消。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>about {size}, {percent} % smaller</source>
        <translation>约 {size}，小 {percent} %</translation>
    </message>
    <message>
        <source>{size}: no room</source>
        <translation>{size}：没有空间</translation>
    </message>
</context>
<context>
    <name>QueueColumn</name>
    <message>
        <source>Now at place {place} of {count}</source>
        <translation>现在位于第 {place} 位，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Do not send this message</source>
        <translation>不发送此消息</translation>
    </message>
    <message>
        <source>Next: {text}</source>
        <translation>接下来：{text}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>It waits until you are done, and is sent after the answer.</source>
        <translation>它会等您完成，并在回答之后发送。</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Add documents…</source>
        <translation>添加文档…</translation>
    </message>
    <message>
        <source>Translate whole documents</source>
        <translation>翻译整篇文档</translation>
    </message>
    <message>
        <source>Word, text, Markdown, web pages, subtitles, tables and the files of localisers. Layout, timing, tags and placeholders stay as they are. Drop files here, or choose them.</source>
        <translation>Word、纯文本、Markdown、网页、字幕、表格和本地化文件。版式、时间轴、标签和占位符保持原样。把文件拖到这里，或选择文件。</translation>
    </message>
    <message>
        <source>Choose documents…</source>
        <translation>选择文档…</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>显示模型</translation>
    </message>
    <message>
        <source>The history is off, so documents are forgotten when Parley is closed.</source>
        <translation>历史记录已关闭，因此关闭 Parley 后文档会被忘记。</translation>
    </message>
    <message>
        <source>Documents go on behind whatever else you do here, and after Parley was closed.</source>
        <translation>文档会在后台继续翻译，关闭 Parley 后再打开也会继续。</translation>
    </message>
</context>
<context>
    <name>ReasoningPane</name>
    <message>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <source>Stop thinking and answer with what is there</source>
        <translation>停止思考，用现有的内容回答</translation>
    </message>
    <message>
        <source>Think longer</source>
        <translation>再想久一点</translation>
    </message>
    <message>
        <source>Go on from these thoughts and answer again</source>
        <translation>接着这些思考继续，并重新回答</translation>
    </message>
    <message>
        <source>The thoughts repeat themselves.</source>
        <translation>思考内容在重复。</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>您的恢复码</translation>
    </message>
    <message>
        <source>Your conversations are encrypted on this computer. If its key is ever lost, after a new installation of the system for example, this code is the only way to open them.</source>
        <translation>您的对话在这台电脑上已加密。如果密钥丢失（例如重装系统之后），此恢复码是打开它们的唯一方法。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Keep it where others cannot see it. It is shown only now.</source>
        <translation>请保存在他人看不到的地方。它只在现在显示。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>I have saved it</source>
        <translation>我已保存</translation>
    </message>
    <message>
        <source>Copied. Paste it into a password manager or a note that only you can read.</source>
        <translation>已复制。请粘贴到密码管理器或只有您能看到的笔记中。</translation>
    </message>
    <message>
        <source>It could not be saved: {reason}</source>
        <translation>无法保存：{reason}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Parley recovery code</source>
        <translation>Parley 恢复码</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>保存恢复码</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open its page…</source>
        <translation>打开其页面…</translation>
    </message>
    <message>
        <source>The owner asks for your agreement first: open the page, agree there, then put your access token into Parley&apos;s settings.</source>
        <translation>所有者要求您先同意条款：打开页面并同意，然后将您的访问令牌填入 Parley 的设置。</translation>
    </message>
    <message>
        <source>Licence: {name}. What it allows stands on the model&apos;s page.</source>
        <translation>许可证：{name}。它允许的内容见模型页面。</translation>
    </message>
    <message>
        <source>The owner names no licence. Ask before you build on it.</source>
        <translation>所有者没有注明许可证。在其基础上开发前请先询问。</translation>
    </message>
    <message>
        <source>Parley runs models in the GGUF format; look for a repository whose name says GGUF.</source>
        <translation>Parley 运行 GGUF 格式的模型；请寻找名称中有 GGUF 的仓库。</translation>
    </message>
    <message>
        <source>No files for Parley here</source>
        <translation>这里没有适用于 Parley 的文件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>正在查看文件…</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Put this copy back?</source>
        <translation>恢复此副本？</translation>
    </message>
    <message>
        <source>Your conversations will be as they were on {date}. What was said since then is kept in a file beside them, but not shown any more.</source>
        <translation>您的对话会回到 {date} 时的样子。此后的内容保存在旁边的文件中，但不再显示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>in the thoughts</source>
        <translation>在思考过程中</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>SamplingEditor</name>
    <message>
        <source>When it thinks</source>
        <translation>思考时</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即回答时</translation>
    </message>
    <message>
        <source>When it answers at once</source>
        <translation>不思考直接回答时</translation>
    </message>
    <message>
        <source>What is not changed is what Qwen recommends for this.</source>
        <translation>未更改的值即 Qwen 为此推荐的值。</translation>
    </message>
    <message>
        <source>What is not changed is what usually suits such models.</source>
        <translation>未更改的值即通常适合此类模型的值。</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>恢复推荐值</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Low keeps to the likeliest words, high surprises.</source>
        <translation>低则倾向最可能的词，高则出人意料。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that together reach this share are drawn.</source>
        <translation>只从累计达到此份额的最可能的词中选取。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest words are drawn.</source>
        <translation>只从这么多个最可能的词中选取。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Words less likely than this share of the likeliest are left out.</source>
        <translation>低于最可能词此份额的词会被排除。</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>Makes words that were used already less likely. Helps when an answer goes round in circles.</source>
        <translation>降低已用过的词的概率。回答原地打转时有帮助。</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Makes repetitions less likely. 1 is off.</source>
        <translation>降低重复的概率。1 为关闭。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Thoughts too</source>
        <translation>包括思考过程</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>↑ ↓ choose  ·  Enter opens  ·  Esc closes</source>
        <translation>↑ ↓ 选择  ·  Enter 打开  ·  Esc 关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) can be found soon</source>
        <translation>
            <numerusform>还有 %Ln 条消息很快即可搜索</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>还没有任何对话内容。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>搜索没有成功。</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”. Try fewer words, or a part of one.</source>
        <translation>没有找到“{text}”。请尝试更少的词，或词的一部分。</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Where to search</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Back to the recommendations</source>
        <translation>返回推荐</translation>
    </message>
    <message>
        <source>Results: {number} and more</source>
        <translation>结果：{number} 个以上</translation>
    </message>
    <message>
        <source>Results: {number}</source>
        <translation>结果：{number} 个</translation>
    </message>
    <message>
        <source>Searching {hub}…</source>
        <translation>正在搜索 {hub}…</translation>
    </message>
    <message>
        <source>Try fewer words, the owner&apos;s name, or the address of the model&apos;s page.</source>
        <translation>请尝试更少的词、所有者的名称，或模型页面的地址。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Search for a model</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Parley is in offline mode, so nothing was asked. The models in your library work as ever.</source>
        <translation>Parley 处于离线模式，因此没有发出任何请求。您库中的模型照常可用。</translation>
    </message>
    <message>
        <source>Show the library</source>
        <translation>显示库</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>您已离线</translation>
    </message>
    <message>
        <source>The search did not work.</source>
        <translation>搜索没有成功。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try {hub} instead</source>
        <translation>改用 {hub} 试试</translation>
    </message>
</context>
<context>
    <name>SecondLook</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back into {language}</source>
        <translation>回译成{language}</translation>
    </message>
    <message>
        <source>Back into {language}, before the last change</source>
        <translation>回译成{language}，最近更改之前</translation>
    </message>
    <message>
        <source>Translating back…</source>
        <translation>正在回译…</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>The model gave no answer.</source>
        <translation>模型没有给出回答。</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>SeedRow</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same number gives the same answer to the same conversation. Empty: another one every time.</source>
        <translation>相同的数字对相同的对话给出相同的回答。留空：每次都不同。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>{number} selected</source>
        <translation>已选择 {number} 个</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>停止回答 (Esc)</translation>
    </message>
</context>
<context>
    <name>SentDocuments</name>
    <message>
        <source>Attached files</source>
        <translation>附加的文件</translation>
    </message>
</context>
<context>
    <name>SentencePopup</name>
    <message>
        <source>Keep my wording</source>
        <translation>保留我的措辞</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>其他措辞</translation>
    </message>
    <message>
        <source>Looking for other wordings…</source>
        <translation>正在寻找其他措辞…</translation>
    </message>
    <message>
        <source>The model knows no other wording.</source>
        <translation>模型没有其他措辞。</translation>
    </message>
    <message>
        <source>Translation of this sentence</source>
        <translation>此句的译文</translation>
    </message>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>“{word}”在这里是什么意思？</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The model no longer sees the oldest messages.</source>
        <translation>模型不再看到最早的消息。</translation>
    </message>
    <message>
        <source>The model now sees a summary instead of the oldest messages.</source>
        <translation>模型现在看到的是摘要，而不是最早的消息。</translation>
    </message>
    <message>
        <source>Parley is offline, so nothing can be downloaded.</source>
        <translation>Parley 处于离线状态，因此无法下载。</translation>
    </message>
    <message>
        <source>Download it again, or choose another file.</source>
        <translation>请重新下载，或选择另一个文件。</translation>
    </message>
    <message>
        <source>The file “{name}” is not there any more.</source>
        <translation>文件“{name}”已不存在。</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>它可能被移动或删除，或其磁盘未连接。</translation>
    </message>
    <message>
        <source>The file “{name}” cannot be read.</source>
        <translation>无法读取文件“{name}”。</translation>
    </message>
    <message>
        <source>Check that you may open it and that its disk is healthy.</source>
        <translation>请检查您是否能打开它，以及磁盘是否正常。</translation>
    </message>
    <message>
        <source>“{name}” is not a model file: Parley opens models in the GGUF format.</source>
        <translation>“{name}”不是模型文件：Parley 打开 GGUF 格式的模型。</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .gguf.</source>
        <translation>请选择名称以 .gguf 结尾的文件。</translation>
    </message>
    <message>
        <source>“{name}” is damaged: a part of the file is missing.</source>
        <translation>“{name}”已损坏：文件缺少一部分。</translation>
    </message>
    <message>
        <source>This model comes in several files, and “{name}” is missing.</source>
        <translation>此模型由多个文件组成，缺少“{name}”。</translation>
    </message>
    <message>
        <source>Put all parts into one folder, then try again.</source>
        <translation>请将所有部分放入同一个文件夹，然后重试。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or no model that this version of Parley knows.</source>
        <translation>“{name}”已损坏，或不是此版本 Parley 认识的模型。</translation>
    </message>
    <message>
        <source>“{name}” is not what was downloaded: its checksum is wrong.</source>
        <translation>“{name}”与下载的内容不符：校验和错误。</translation>
    </message>
    <message>
        <source>Its disk may be failing. Download the file again.</source>
        <translation>其磁盘可能出现故障。请重新下载该文件。</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>请在磁盘上腾出空间，然后重试。</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “{name}”.</source>
        <translation>无法写入文件夹“{name}”。</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>请检查其权限，然后重试。</translation>
    </message>
    <message>
        <source>“{name}” cannot be made smaller.</source>
        <translation>“{name}”无法缩小。</translation>
    </message>
    <message>
        <source>Only files of the types F32, F16, BF16 and Q8_0 can.</source>
        <translation>只有 F32、F16、BF16 和 Q8_0 类型的文件可以。</translation>
    </message>
    <message>
        <source>Something went wrong in Parley while it worked on “{name}”.</source>
        <translation>Parley 在处理“{name}”时出了问题。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it.</source>
        <translation>请重试。如果再次发生，请报告。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: {needed} are needed, {available} are free.</source>
        <translation>磁盘空间不足：需要 {needed}，空闲 {available}。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” crashed or was ended.</source>
        <translation>Parley 中读取“{name}”的部分崩溃或被终止。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” stopped by itself.</source>
        <translation>Parley 中读取“{name}”的部分自行停止了。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” no longer answered.</source>
        <translation>Parley 中读取“{name}”的部分不再响应。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” could not be started.</source>
        <translation>Parley 中读取“{name}”的部分无法启动。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” belongs to another version; install Parley again.</source>
        <translation>Parley 中读取“{name}”的部分属于另一个版本；请重新安装 Parley。</translation>
    </message>
    <message>
        <source>The part of Parley that reads “{name}” did not stop when asked.</source>
        <translation>Parley 中读取“{name}”的部分没有按要求停止。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or verify the file.</source>
        <translation>没有更改任何内容。请重试，或验证该文件。</translation>
    </message>
    <message>
        <source>“{name}” is what was downloaded, to the last byte.</source>
        <translation>“{name}”与下载内容逐字节一致。</translation>
    </message>
    <message>
        <source>“{name}” could be read to its end. There is no checksum to compare it with.</source>
        <translation>“{name}”可以完整读取。没有可供比较的校验和。</translation>
    </message>
    <message>
        <source>“{name}” is ready: {size}.</source>
        <translation>“{name}”已就绪：{size}。</translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash. Nothing was deleted.</source>
        <translation>“{name}”无法移到回收站。没有删除任何内容。</translation>
    </message>
    <message>
        <source>“{name}” could not be brought back. Look for it in the trash.</source>
        <translation>“{name}”无法恢复。请在回收站中查找。</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>入门模型</translation>
    </message>
    <message>
        <source>Parley tries the graphics driver again when it is next started.</source>
        <translation>Parley 下次启动时会再次尝试显卡驱动。</translation>
    </message>
    <message>
        <source>The graphics card works. Load the model again to use it.</source>
        <translation>显卡可以工作。请重新加载模型以使用它。</translation>
    </message>
    <message>
        <source>A graphics driver on this computer crashes, so Parley runs models on the processor.</source>
        <translation>这台电脑上的一个显卡驱动会崩溃，因此 Parley 在处理器上运行模型。</translation>
    </message>
    <message>
        <source>The driver of “{name}” crashed when Parley tried it, so models run without it.</source>
        <translation>Parley 尝试时“{name}”的驱动崩溃了，因此模型运行时不使用它。</translation>
    </message>
    <message>
        <source>“{name}” did not answer in time when Parley tried it, so models run without it.</source>
        <translation>Parley 尝试时“{name}”没有及时响应，因此模型运行时不使用它。</translation>
    </message>
    <message>
        <source>“{name}” made mistakes when Parley tried it, so models run without it.</source>
        <translation>Parley 尝试时“{name}”出现错误，因此模型运行时不使用它。</translation>
    </message>
    <message>
        <source>The whole model fits on the graphics card.</source>
        <translation>整个模型都放得进显卡。</translation>
    </message>
    <message>
        <source>Parley found no graphics card to use, so the processor does the work.</source>
        <translation>Parley 没有找到可用的显卡，因此由处理器工作。</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for all of it, so the rest runs on the processor.</source>
        <translation>显卡的空闲内存不足以放下全部，因此其余部分在处理器上运行。</translation>
    </message>
    <message>
        <source>The model&apos;s experts are shared between graphics card and processor; everything else runs on the card.</source>
        <translation>模型的专家由显卡和处理器分担；其他一切都在显卡上运行。</translation>
    </message>
    <message>
        <source>The context is compressed to make room; answers are as good as without.</source>
        <translation>上下文已压缩以腾出空间；回答质量不变。</translation>
    </message>
    <message>
        <source>The context is shorter than usual, because memory is short.</source>
        <translation>上下文比平时短，因为内存紧张。</translation>
    </message>
    <message>
        <source>The context is stretched beyond the {tokens} tokens that the model was trained with (YaRN); short conversations may be a little worse for it.</source>
        <translation>上下文超出了模型训练时的 {tokens} 个 token（YaRN）；短对话可能会略差一些。</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or choose a shorter context.</source>
        <translation>内存不足。请关闭其他程序，或选择更短的上下文。</translation>
    </message>
    <message>
        <source>This is what worked the last time.</source>
        <translation>这是上次可行的方式。</translation>
    </message>
    <message>
        <source>The engine stopped while it was writing. What it had written is kept.</source>
        <translation>引擎在写作时停止了。已写的内容会保留。</translation>
    </message>
    <message>
        <source>It has been started again: press Retry, or write the next message.</source>
        <translation>它已重新启动：请按“重试”，或写下一条消息。</translation>
    </message>
    <message>
        <source>This message could not be saved, so it was not answered.</source>
        <translation>此消息无法保存，因此没有回答。</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then press Retry.</source>
        <translation>请在磁盘上腾出空间或检查文件夹权限，然后按“重试”。</translation>
    </message>
    <message>
        <source>The model could not be loaded, so there is no answer yet.</source>
        <translation>模型无法加载，因此还没有回答。</translation>
    </message>
    <message>
        <source>The top of the window says why. Choose a model there, then press Retry.</source>
        <translation>窗口顶部说明了原因。请在那里选择模型，然后按“重试”。</translation>
    </message>
    <message>
        <source>Choose another model, or download the file again.</source>
        <translation>请选择另一个模型，或重新下载该文件。</translation>
    </message>
    <message>
        <source>This version of Parley does not know the kind of model “{name}”.</source>
        <translation>此版本的 Parley 不认识“{name}”这种模型。</translation>
    </message>
    <message>
        <source>A newer version of Parley may; until then choose another model.</source>
        <translation>更新版本的 Parley 也许可以；在此之前请选择另一个模型。</translation>
    </message>
    <message>
        <source>“{name}” has no chat template, so it is not made for conversations.</source>
        <translation>“{name}”没有聊天模板，因此不适合对话。</translation>
    </message>
    <message>
        <source>Choose a model whose name says “Instruct” or “Chat”.</source>
        <translation>请选择名称中有“Instruct”或“Chat”的模型。</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>内存不足以运行此模型。</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or a shorter context.</source>
        <translation>请关闭其他程序，或选择更小的模型或更短的上下文。</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>无法加载该模型。</translation>
    </message>
    <message>
        <source>Press Retry.</source>
        <translation>请按“重试”。</translation>
    </message>
    <message>
        <source>Start a new chat, or shorten the message.</source>
        <translation>请开始新对话，或缩短消息。</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used: {reason}</source>
        <translation>此模型的聊天模板无法使用：{reason}</translation>
    </message>
    <message>
        <source>Choose another model, or another file of this one.</source>
        <translation>请选择另一个模型，或此模型的另一个文件。</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <source>Choose one at the top of the window.</source>
        <translation>请在窗口顶部选择一个。</translation>
    </message>
    <message>
        <source>The model is still busy with something else.</source>
        <translation>模型仍在忙于其他事情。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The model could not go on with this answer.</source>
        <translation>模型无法继续此回答。</translation>
    </message>
    <message>
        <source>The part of Parley that runs models does not work on this computer.</source>
        <translation>Parley 中运行模型的部分在这台电脑上不能工作。</translation>
    </message>
    <message>
        <source>Please report this with the details below.</source>
        <translation>请连同下面的详细信息一起报告。</translation>
    </message>
    <message>
        <source>Something went wrong in Parley.</source>
        <translation>Parley 出了问题。</translation>
    </message>
    <message>
        <source>Press Retry. If it happens again, report it.</source>
        <translation>请按“重试”。如果再次发生，请报告。</translation>
    </message>
    <message>
        <source>The conversation is too long for this model: {needed} tokens, and it can hold {available}.</source>
        <translation>对话对此模型来说太长：{needed} 个 token，而它能容纳 {available} 个。</translation>
    </message>
    <message>
        <source>The conversation has filled the model&apos;s context.</source>
        <translation>对话已填满模型的上下文。</translation>
    </message>
    <message>
        <source>While loading “{name}”: {what}</source>
        <translation>加载“{name}”时：{what}</translation>
    </message>
    <message>
        <source>Try again, or choose a smaller model.</source>
        <translation>请重试，或选择更小的模型。</translation>
    </message>
    <message>
        <source>The engine was ended from outside, most often because memory ran out.</source>
        <translation>引擎被外部终止，最常见的原因是内存耗尽。</translation>
    </message>
    <message>
        <source>The engine crashed.</source>
        <translation>引擎崩溃了。</translation>
    </message>
    <message>
        <source>The engine stopped by itself.</source>
        <translation>引擎自行停止了。</translation>
    </message>
    <message>
        <source>The engine no longer answered and was ended.</source>
        <translation>引擎不再响应，已被终止。</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>引擎无法启动。</translation>
    </message>
    <message>
        <source>The engine belongs to another version of Parley; install Parley again.</source>
        <translation>引擎属于 Parley 的另一个版本；请重新安装 Parley。</translation>
    </message>
    <message>
        <source>The engine did not stop when asked and was ended.</source>
        <translation>引擎没有按要求停止，已被终止。</translation>
    </message>
    <message>
        <source>a context of {tokens} tokens</source>
        <translation>{tokens} 个 token 的上下文</translation>
    </message>
    <message>
        <source>more of its experts on the processor</source>
        <translation>更多专家放在处理器上</translation>
    </message>
    <message>
        <source>a compressed context</source>
        <translation>压缩的上下文</translation>
    </message>
    <message>
        <source>fewer layers on the graphics card</source>
        <translation>显卡上的层数更少</translation>
    </message>
    <message>
        <source>the processor alone</source>
        <translation>仅用处理器</translation>
    </message>
    <message>
        <source>Memory is short, so this model runs with {what}.</source>
        <translation>内存紧张，因此此模型以如下方式运行：{what}。</translation>
    </message>
    <message>
        <source>Then start Parley again. Nothing has been deleted.</source>
        <translation>然后重新启动 Parley。没有删除任何内容。</translation>
    </message>
    <message>
        <source>Make room on the disk. Nothing has been deleted.</source>
        <translation>请在磁盘上腾出空间。没有删除任何内容。</translation>
    </message>
    <message>
        <source>Use the window that is already open.</source>
        <translation>请使用已打开的窗口。</translation>
    </message>
    <message>
        <source>This key does not open your conversations.</source>
        <translation>此密钥打不开您的对话。</translation>
    </message>
    <message>
        <source>The file with your conversations is damaged. It has been left as it is.</source>
        <translation>保存您对话的文件已损坏。它保持原样。</translation>
    </message>
    <message>
        <source>Put back a copy of it if you have one, then start Parley again.</source>
        <translation>如果您有它的副本，请放回去，然后重新启动 Parley。</translation>
    </message>
    <message>
        <source>The file with your conversations is not where it was.</source>
        <translation>保存您对话的文件不在原来的位置。</translation>
    </message>
    <message>
        <source>Connect its disk or put it back, then start Parley again.</source>
        <translation>请连接其磁盘或将它放回去，然后重新启动 Parley。</translation>
    </message>
    <message>
        <source>Your conversations were written by a newer version of Parley.</source>
        <translation>您的对话由更新版本的 Parley 写入。</translation>
    </message>
    <message>
        <source>Install that version again. Nothing has been changed.</source>
        <translation>请重新安装那个版本。没有更改任何内容。</translation>
    </message>
    <message>
        <source>The folder with your conversations cannot be written.</source>
        <translation>无法写入存放您对话的文件夹。</translation>
    </message>
    <message>
        <source>Check its permissions, then start Parley again.</source>
        <translation>请检查其权限，然后重新启动 Parley。</translation>
    </message>
    <message>
        <source>Parley is already open in another window.</source>
        <translation>Parley 已在另一个窗口中打开。</translation>
    </message>
    <message>
        <source>Your conversations cannot be opened.</source>
        <translation>无法打开您的对话。</translation>
    </message>
    <message>
        <source>That does not open your conversations. Try again.</source>
        <translation>这打不开您的对话。请重试。</translation>
    </message>
    <message>
        <source>The recovery code has a typing mistake. Check it and try again.</source>
        <translation>恢复码输入有误。请检查后重试。</translation>
    </message>
    <message>
        <source>The key file of your conversations is missing or damaged.</source>
        <translation>您对话的密钥文件缺失或已损坏。</translation>
    </message>
    <message>
        <source>Put back a copy of “keys.json” if you have one. Nothing has been deleted.</source>
        <translation>如果您有“keys.json”的副本，请放回去。没有删除任何内容。</translation>
    </message>
    <message>
        <source>Start Parley again. Nothing has been deleted.</source>
        <translation>请重新启动 Parley。没有删除任何内容。</translation>
    </message>
    <message>
        <source>“{name}” is loaded as soon as the model before has finished what it writes.</source>
        <translation>前一个模型写完后，就会加载“{name}”。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有包含这些词的设置。</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>关于 Parley</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) found</source>
        <translation>
            <numerusform>找到 %Ln 项设置</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>New chat ({keys})</source>
        <translation>新对话 ({keys})</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the part of Parley that runs models has no access to the network.</source>
        <translation>没有任何内容离开这台电脑：Parley 中运行模型的部分无法访问网络。</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Parley asks a model hub for what you searched. Your conversations stay here.</source>
        <translation>Parley 会向模型站查询您搜索的内容。您的对话留在这里。</translation>
    </message>
    <message>
        <source>Download {percent}</source>
        <translation>下载 {percent}</translation>
    </message>
    <message>
        <source>A model is being downloaded. Your conversations stay here. Click to see it.</source>
        <translation>正在下载模型。您的对话留在这里。点击查看。</translation>
    </message>
    <message>
        <source>What you archive is kept here, out of the way.</source>
        <translation>您归档的内容保存在这里，不碍事。</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>您的对话会列在这里。</translation>
    </message>
</context>
<context>
    <name>SmallWindow</name>
    <message>
        <source>Translate – Parley</source>
        <translation>翻译 – Parley</translation>
    </message>
    <message>
        <source>Replace clipboard</source>
        <translation>替换剪贴板</translation>
    </message>
    <message>
        <source>Copy the translation and close, ready to be pasted ({keys})</source>
        <translation>复制译文并关闭，可直接粘贴 ({keys})</translation>
    </message>
    <message>
        <source>Open in Parley</source>
        <translation>在 Parley 中打开</translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>What does “{word}” mean here?</source>
        <translation>“{word}”在这里是什么意思？</translation>
    </message>
    <message>
        <source>This paragraph: direction of its letters</source>
        <translation>此段落：按文字方向</translation>
    </message>
    <message>
        <source>This paragraph: from the left</source>
        <translation>此段落：从左到右</translation>
    </message>
    <message>
        <source>This paragraph: from the right</source>
        <translation>此段落：从右到左</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Reading your message… {done} of {total} tokens</source>
        <translation>正在读取您的消息… {done}/{total} 个 token</translation>
    </message>
    <message>
        <source>Reading your message…</source>
        <translation>正在读取您的消息…</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>正在准备模型…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Summoner</name>
    <message>
        <source>Translate the copied text</source>
        <translation>翻译已复制的文本</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>在任意程序中复制文本，然后按 {keys}：译文会显示在这里。</translation>
    </message>
    <message>
        <source>Mark or copy a text in any program, then press {keys}: it is translated here.</source>
        <translation>在任意程序中选中或复制文本，然后按 {keys}：译文会显示在这里。</translation>
    </message>
    <message>
        <source>You pressed {keys}: Parley took the marked or copied text, just now and only because of that.</source>
        <translation>您按下了 {keys}：Parley 仅因此在刚才读取了选中或复制的文本。</translation>
    </message>
</context>
<context>
    <name>SummoningSettings</name>
    <message>
        <source>Bring up the translation window over any program</source>
        <translation>在任何程序上方显示翻译窗口</translation>
    </message>
    <message>
        <source>With these keys, while Parley is running</source>
        <translation>Parley 运行时按以下快捷键</translation>
    </message>
    <message>
        <source>Keys for the translation window</source>
        <translation>翻译窗口的快捷键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>默认快捷键</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy a text, press the keys, and read its translation. Parley reads the clipboard only in that moment.</source>
        <translation>复制文本，按下快捷键，即可看到译文。Parley 只在那一刻读取剪贴板。</translation>
    </message>
    <message>
        <source>Mark or copy a text, press the keys, and read its translation. Parley reads the marked text or the clipboard only in that moment.</source>
        <translation>选中或复制文本，按下快捷键，即可看到译文。Parley 只在那一刻读取选中的文本或剪贴板。</translation>
    </message>
    <message>
        <source>global shortcut translate</source>
        <translation>全局快捷键 翻译</translation>
    </message>
    <message>
        <source>These keys would be missed when you write. Hold Ctrl or Alt, and press another key.</source>
        <translation>打字时会用到这些键。请按住 Ctrl 或 Alt，再按另一个键。</translation>
    </message>
    <message>
        <source>Your system asks you about it now.</source>
        <translation>系统正在向您确认。</translation>
    </message>
    <message>
        <source>Another program has these keys. Choose others.</source>
        <translation>其他程序已占用这些快捷键。请另选。</translation>
    </message>
    <message>
        <source>Here the system gives no program such keys. Make a shortcut in its settings, with this command:</source>
        <translation>此系统不允许程序设置这类快捷键。请在系统设置中用以下命令创建快捷键：</translation>
    </message>
    <message>
        <source>The system did not allow it. You can make a shortcut in its settings yourself, with this command:</source>
        <translation>系统没有允许。您可以在系统设置中用以下命令自行创建快捷键：</translation>
    </message>
    <message>
        <source>Set by your system, where you can change it: {keys}</source>
        <translation>由系统设置，可在系统中更改：{keys}</translation>
    </message>
    <message>
        <source>{keys} works in every program.</source>
        <translation>{keys} 在所有程序中有效。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
</context>
<context>
    <name>TableBlock</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this table as text</source>
        <translation>将此表格复制为文本</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>显示为文本</translation>
    </message>
    <message>
        <source>This table is too large to be shown whole</source>
        <translation>此表格太大，无法完整显示</translation>
    </message>
</context>
<context>
    <name>ThinkingControls</name>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Thinking budget: {budget}</source>
        <translation>思考预算：{budget}</translation>
    </message>
    <message>
        <source>Click to type an exact number.</source>
        <translation>点击以输入精确数字。</translation>
    </message>
    <message>
        <source>Exact thinking budget in tokens</source>
        <translation>精确的思考预算（token）</translation>
    </message>
    <message>
        <source>A whole number up to {most}</source>
        <translation>不超过 {most} 的整数</translation>
    </message>
    <message>
        <source>This model always thinks before it answers. The budget limits how long.</source>
        <translation>此模型总是在回答前思考。预算限制其时长。</translation>
    </message>
    <message>
        <source>This model does not think before it answers</source>
        <translation>此模型回答前不思考</translation>
    </message>
    <message>
        <source>The model thinks before it answers. Click to let it answer at once.</source>
        <translation>模型在回答前先思考。点击让它立即回答。</translation>
    </message>
    <message>
        <source>The model answers at once. Click to let it think first.</source>
        <translation>模型立即回答。点击让它先思考。</translation>
    </message>
    <message>
        <source>At the budget the model stops thinking and answers. Below about 1,000 tokens little is gained.</source>
        <translation>达到预算时模型停止思考并回答。少于约 1,000 个 token 收益不大。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>up to {tokens} tokens</source>
        <translation>最多 {tokens} 个 token</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TooLongCard</name>
    <message>
        <source>The model reads “{name}” part by part. You can go on writing.</source>
        <translation>模型正在逐部分阅读“{name}”。您可以继续写作。</translation>
    </message>
    <message>
        <source>“{name}” is summarised as soon as the one before it is done.</source>
        <translation>前一个完成后，就会总结“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is too long for this model: {tokens}, and {room} are free.</source>
        <translation>“{name}”对此模型来说太长：{tokens}，而空闲 {room}。</translation>
    </message>
    <message>
        <source>Send the matching parts</source>
        <translation>发送匹配的部分</translation>
    </message>
    <message>
        <source>The paragraphs that fit your question; the answer cites them</source>
        <translation>与您的问题相关的段落；回答会注明引用</translation>
    </message>
    <message>
        <source>Summarise it first</source>
        <translation>先总结它</translation>
    </message>
    <message>
        <source>The model reads all of it, part by part; this takes a while</source>
        <translation>模型逐部分阅读全文；这需要一些时间</translation>
    </message>
    <message>
        <source>Stop summarising</source>
        <translation>停止总结</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>This conversation has settings of its own.</source>
        <translation>此对话有自己的设置。</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>More for this conversation</source>
        <translation>此对话的更多操作</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{used} / {budget} tokens · {seconds}</source>
        <translation>{used}/{budget} 个 token · {seconds}</translation>
    </message>
    <message>
        <source>Thought for {seconds}</source>
        <translation>思考了 {seconds}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个 token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>自行结束</translation>
    </message>
    <message>
        <source>stopped at the budget</source>
        <translation>达到预算而停止</translation>
    </message>
    <message>
        <source>you asked for the answer</source>
        <translation>您要求回答</translation>
    </message>
    <message>
        <source>went round in circles</source>
        <translation>原地打转</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cut to leave room for the answer</source>
        <translation>为给回答留出空间而截断</translation>
    </message>
    <message>
        <source>The model ended the answer.</source>
        <translation>模型结束了回答。</translation>
    </message>
    <message>
        <source>A stop text ended the answer.</source>
        <translation>停止文本结束了回答。</translation>
    </message>
    <message>
        <source>The answer reached its greatest length.</source>
        <translation>回答达到了最大长度。</translation>
    </message>
    <message>
        <source>The model&apos;s context is full.</source>
        <translation>模型的上下文已满。</translation>
    </message>
    <message>
        <source>You stopped the answer.</source>
        <translation>您停止了回答。</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>您停止了此回答。</translation>
    </message>
    <message>
        <source>Parley ended while this answer was being written.</source>
        <translation>写此回答时 Parley 结束了。</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} token/秒</translation>
    </message>
    <message>
        <source>first {seconds} s</source>
        <translation>首字 {seconds} 秒</translation>
    </message>
    <message>
        <source>{count} reused</source>
        <translation>重用 {count}</translation>
    </message>
    <message>
        <source>Read: {tokens} ({reused} reused from memory, {new} new)</source>
        <translation>读取：{tokens}（{reused} 从记忆中重用，{new} 新增）</translation>
    </message>
    <message>
        <source>Thought: {tokens}</source>
        <translation>思考：{tokens}</translation>
    </message>
    <message>
        <source>Answer: {tokens}</source>
        <translation>回答：{tokens}</translation>
    </message>
    <message>
        <source>First word after {seconds} s, {total} in all</source>
        <translation>{seconds} 秒后出现首字，共 {total}</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>无标题对话</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and export again.</source>
        <translation>请选择另一个文件夹，或在磁盘上腾出空间，然后重新导出。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入该文件。</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>“{name}”已不存在。</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you.</source>
        <translation>您无权读取“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read.</source>
        <translation>无法读取“{name}”。</translation>
    </message>
    <message>
        <source>The conversations in “{name}” could not all be saved.</source>
        <translation>“{name}”中的对话未能全部保存。</translation>
    </message>
    <message>
        <source>Make room on the disk and import again; what is there already stays as it is.</source>
        <translation>请在磁盘上腾出空间后重新导入；已有的内容保持不变。</translation>
    </message>
    <message>
        <source>It is damaged, or not in the form that it claims.</source>
        <translation>它已损坏，或不是它所声称的格式。</translation>
    </message>
    <message>
        <source>It has no messages.</source>
        <translation>它没有消息。</translation>
    </message>
    <message>
        <source>It is larger than any conversation.</source>
        <translation>它比任何对话都大。</translation>
    </message>
    <message>
        <source>It was written by a newer version than Parley knows.</source>
        <translation>它由 Parley 不认识的更新版本写入。</translation>
    </message>
    <message>
        <source>It is no export of Parley, ChatGPT, LM Studio or GPT4All.</source>
        <translation>它不是 Parley、ChatGPT、LM Studio 或 GPT4All 的导出文件。</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Exporting… {percent}</source>
        <translation>正在导出… {percent}</translation>
    </message>
    <message>
        <source>Importing… {percent}</source>
        <translation>正在导入… {percent}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>TransferFlow</name>
    <message>
        <source>Conversations of Parley, ChatGPT, LM Studio, GPT4All ({kinds})</source>
        <translation>Parley、ChatGPT、LM Studio、GPT4All 的对话 ({kinds})</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>One moment: another export or import is still under way.</source>
        <translation>请稍候：另一个导出或导入仍在进行。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Saved as {name}; {number} were gone meanwhile.</source>
        <translation>已保存为 {name}；其间有 {number} 个已不存在。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Imported conversations: {number}</source>
        <translation>已导入的对话：{number}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Translate</name>
    <message>
        <source>As in the text</source>
        <translation>与原文一致</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Informal</source>
        <translation>非正式</translation>
    </message>
    <message>
        <source>{language}: Qwen3 learnt this language, but nobody has measured how well. Have it checked.</source>
        <translation>{language}：Qwen3 学过这种语言，但没有人测量过效果。请找人核对。</translation>
    </message>
    <message>
        <source>The built-in model knows a phrasebook only. {model} translates anything.</source>
        <translation>内置模型只会常用短语。{model} 什么都能翻译。</translation>
    </message>
    <message>
        <source>{model} knows these languages better.</source>
        <translation>{model} 更擅长这些语言。</translation>
    </message>
    <message>
        <source>{model} keeps to the thread of long texts better.</source>
        <translation>{model} 更能把握长文本的脉络。</translation>
    </message>
    <message>
        <source>The model wrote nothing for this sentence.</source>
        <translation>模型没有为这句话写出任何内容。</translation>
    </message>
    <message>
        <source>This does not look like the language asked for.</source>
        <translation>这看起来不像所要的语言。</translation>
    </message>
    <message>
        <source>This sentence was not translated.</source>
        <translation>这句话没有翻译。</translation>
    </message>
    <message>
        <source>The model talks about the translation here.</source>
        <translation>模型在这里谈论译文本身。</translation>
    </message>
    <message>
        <source>The model repeats itself here.</source>
        <translation>模型在这里重复自己。</translation>
    </message>
    <message>
        <source>A placeholder, an address, a tag or an emoji is missing.</source>
        <translation>缺少占位符、网址、标签或表情符号。</translation>
    </message>
    <message>
        <source>A number is missing or another one.</source>
        <translation>缺少一个数字，或数字不同。</translation>
    </message>
    <message>
        <source>A word of the glossary is missing.</source>
        <translation>缺少术语表中的一个词。</translation>
    </message>
    <message>
        <source>This is much longer than the sentence it translates.</source>
        <translation>这比它所翻译的句子长得多。</translation>
    </message>
    <message>
        <source>This is much shorter than the sentence it translates.</source>
        <translation>这比它所翻译的句子短得多。</translation>
    </message>
    <message>
        <source>The model did not come to an end here.</source>
        <translation>模型在这里没有结束。</translation>
    </message>
</context>
<context>
    <name>TranslateBar</name>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Glossary · {count}</source>
        <translation>术语表 · {count}</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>TranslateFoot</name>
    <message>
        <source>More literal</source>
        <translation>更直译</translation>
    </message>
    <message>
        <source>More natural</source>
        <translation>更自然</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>其他译法</translation>
    </message>
    <message>
        <source>Other wordings of the sentence you clicked</source>
        <translation>您点击的句子的其他措辞</translation>
    </message>
    <message>
        <source>Back-translation</source>
        <translation>回译</translation>
    </message>
    <message>
        <source>What the translation says, in the language of your text</source>
        <translation>译文的意思，用您原文的语言</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Let the model read its translation again and improve it</source>
        <translation>让模型重读并改进其译文</translation>
    </message>
    <message>
        <source>More for this translation</source>
        <translation>此译文的更多操作</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the translation ({keys})</source>
        <translation>复制译文 ({keys})</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>TranslateKeeping</name>
    <message>
        <source>The translation was deleted.</source>
        <translation>译文已删除。</translation>
    </message>
</context>
<context>
    <name>TranslateSide</name>
    <message>
        <source>Remove all translations from the history, and translated documents from their list? They cannot be brought back. No file is deleted.</source>
        <translation>要移除历史记录中的所有翻译，以及列表中已翻译的文档吗？移除后无法恢复。不会删除任何文件。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>TranslatedDocuments</name>
    <message>
        <source>This document is too large.</source>
        <translation>文档太大。</translation>
    </message>
    <message>
        <source>Split it into parts of at most 64 MB or 25 novels.</source>
        <translation>请拆分成每份不超过 64 MB（约 25 部长篇小说）的部分。</translation>
    </message>
    <message>
        <source>This document is damaged.</source>
        <translation>文档已损坏。</translation>
    </message>
    <message>
        <source>Open it in the program it comes from and save it anew.</source>
        <translation>请在原来的程序中打开它并重新保存。</translation>
    </message>
    <message>
        <source>Documents of this kind cannot be translated.</source>
        <translation>无法翻译此类文档。</translation>
    </message>
    <message>
        <source>Save it as .docx, .html or .txt, then add that.</source>
        <translation>请另存为 .docx、.html 或 .txt，再添加。</translation>
    </message>
    <message>
        <source>The letters of this document cannot be read.</source>
        <translation>无法识别文档的文字编码。</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8, then add that.</source>
        <translation>请另存为 UTF-8 文本，再添加。</translation>
    </message>
    <message>
        <source>There is nothing to translate in this document.</source>
        <translation>文档中没有可翻译的内容。</translation>
    </message>
    <message>
        <source>This document has a password.</source>
        <translation>文档有密码。</translation>
    </message>
    <message>
        <source>Save a copy without one, then add that.</source>
        <translation>请保存一份无密码的副本，再添加。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Make room, or save to another disk.</source>
        <translation>请腾出空间，或保存到其他磁盘。</translation>
    </message>
    <message>
        <source>This file may not be opened or written.</source>
        <translation>没有打开或写入此文件的权限。</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another folder.</source>
        <translation>请检查其权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>It may have been moved or deleted, or its disk is not connected.</source>
        <translation>它可能已被移动或删除，或所在磁盘未连接。</translation>
    </message>
</context>
<context>
    <name>TranslatedDocumentsSide</name>
    <message>
        <source>Drop documents here to translate them</source>
        <translation>将文档拖到此处即可翻译</translation>
    </message>
    <message>
        <source>“{name}” is translated.</source>
        <translation>“{name}”已翻译完成。</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>查看译文</translation>
    </message>
</context>
<context>
    <name>TranslatingSettings</name>
    <message>
        <source>Keep what I translate</source>
        <translation>保留我翻译的内容</translation>
    </message>
    <message>
        <source>Encrypted on this computer, like your conversations. Off keeps nothing of what you translate from now on.</source>
        <translation>与对话一样加密保存在这台电脑上。关闭后，从现在起翻译的内容都不会保留。</translation>
    </message>
    <message>
        <source>Translation history</source>
        <translation>翻译历史</translation>
    </message>
</context>
<context>
    <name>UnitDelegate</name>
    <message>
        <source>Translation of: {text}</source>
        <translation>以下内容的译文：{text}</translation>
    </message>
</context>
<context>
    <name>UnitRows</name>
    <message>
        <source>The grey marks stand for the document&apos;s layout, such as bold words and links. Keep them.</source>
        <translation>灰色标记代表文档的版式，例如粗体和链接。请保留它们。</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>尚未翻译</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>{value} is recommended</source>
        <translation>推荐值为 {value}</translation>
    </message>
    <message>
        <source>Back to what is recommended</source>
        <translation>恢复推荐值</translation>
    </message>
    <message>
        <source>{name}: back to {value}</source>
        <translation>{name}：恢复为 {value}</translation>
    </message>
</context>
<context>
    <name>VaultPanel</name>
    <message>
        <source>Enter your recovery code</source>
        <translation>输入您的恢复码</translation>
    </message>
    <message>
        <source>The key to your conversations is not on this computer any more. The recovery code opens them.</source>
        <translation>您对话的密钥已不在这台电脑上。恢复码可以打开它们。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Your conversations are locked</source>
        <translation>您的对话已锁定</translation>
    </message>
    <message>
        <source>Enter the passphrase that you chose for them.</source>
        <translation>请输入您为它们选择的密码短语。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>I forgot it: use the recovery code</source>
        <translation>我忘了：使用恢复码</translation>
    </message>
    <message>
        <source>Use Parley without saving for now</source>
        <translation>暂时使用 Parley 但不保存</translation>
    </message>
    <message>
        <source>Your stored conversations stay as they are, locked.</source>
        <translation>已保存的对话保持原样，处于锁定状态。</translation>
    </message>
</context>
<context>
    <name>VersionSwitch</name>
    <message>
        <source>{number} / {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>Version {number} of {count}</source>
        <translation>第 {number} 个版本，共 {count} 个</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>The next version</source>
        <translation>下一个版本</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Answer now, without thinking on</source>
        <translation>立即回答，不再思考</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>开启或关闭思考</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制上一个回答</translation>
    </message>
    <message>
        <source>Another answer to the last message</source>
        <translation>对最后一条消息再给一个回答</translation>
    </message>
    <message>
        <source>The version before of the last answer</source>
        <translation>最后一个回答的上一个版本</translation>
    </message>
    <message>
        <source>The next version of the last answer</source>
        <translation>最后一个回答的下一个版本</translation>
    </message>
    <message>
        <source>Settings of this conversation</source>
        <translation>此对话的设置</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>常用文字大小</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>打开 GGUF 文件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Find in this conversation, or on this page</source>
        <translation>在此对话或此页面中查找</translation>
    </message>
    <message>
        <source>The next place that was found</source>
        <translation>下一处查找结果</translation>
    </message>
    <message>
        <source>The place found before</source>
        <translation>上一处查找结果</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>此列表</translation>
    </message>
    <message>
        <source>Send the message, or queue it while an answer is written</source>
        <translation>发送消息，或在写回答时排队</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>In an empty message: the last one again</source>
        <translation>在空消息中：调出上一条消息</translation>
    </message>
    <message>
        <source>In the list: rename the conversation</source>
        <translation>在列表中：重命名对话</translation>
    </message>
    <message>
        <source>In the list: delete the conversation</source>
        <translation>在列表中：删除对话</translation>
    </message>
    <message>
        <source>In the list: move the folder up, or down with the other arrow</source>
        <translation>列表中：上移文件夹（另一方向键为下移）</translation>
    </message>
    <message>
        <source>On a message, a conversation, a folder: all that can be done with it</source>
        <translation>在消息、对话或文件夹上：显示所有可用操作</translation>
    </message>
    <message>
        <source>On the Translate page: swap the languages</source>
        <translation>在翻译页面：互换语言</translation>
    </message>
    <message>
        <source>On the Translate page: read the paragraph from the other side</source>
        <translation>在翻译页面：从另一侧阅读该段落</translation>
    </message>
</context>
</TS>
