<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>A real server and a real client talk over TCP inside this program. Everything shown is computed from their bytes by the rules of **RFC 6455**.</source>
      <translation>程序内部有一个真实的服务器和一个真实的客户端，通过 TCP 对话。屏幕上的一切，都是按 **RFC 6455** 的规则从它们的字节计算出来的。</translation>
    </message>
    <message>
      <source>Drawn with Qt for Python (LGPL). Fonts: Noto Sans CJK and DejaVu Sans Mono, bundled under their own free licences.</source>
      <translation>界面由 Qt for Python（LGPL）绘制。字体为 Noto Sans CJK 和 DejaVu Sans Mono，各按其自由许可证随程序附带。</translation>
    </message>
    <message>
      <source>Lessons never leave this computer: they stay on its loopback address. Live goes further only when you tell it to.</source>
      <translation>课程不会离开这台电脑：一切都在环回地址上进行。“实时”只有在你要求时才会连到别处。</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
    </message>
  </context>
  <context>
    <name>AddressCard</name>
    <message>
      <source>Copy the address</source>
      <translation>复制地址</translation>
    </message>
    <message>
      <source>not running</source>
      <translation>未运行</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>正在启动……</translation>
    </message>
    <message>
      <source>stopping…</source>
      <translation>正在停止……</translation>
    </message>
    <message>
      <source>{address}, copies the address</source>
      <translation>{address}，点击复制地址</translation>
    </message>
  </context>
  <context>
    <name>CaptureBar</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Open file</source>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open in Lab</source>
      <translation>在实验中打开</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Step through</source>
      <translation>逐步查看</translation>
    </message>
    <message>
      <source>Step through this connection like a lesson</source>
      <translation>像课程一样逐步查看这个连接</translation>
    </message>
    <message>
      <source>Stop here</source>
      <translation>到此为止</translation>
    </message>
    <message>
      <source>Stop reading; what was read stays</source>
      <translation>停止读取；已读的内容保留</translation>
    </message>
    <message>
      <source>frames so far can be used</source>
      <translation>已读的帧可以使用</translation>
    </message>
  </context>
  <context>
    <name>CapturePage</name>
    <message>
      <source>Capture</source>
      <translation>抓包</translation>
    </message>
  </context>
  <context>
    <name>ChipButton</name>
    <message>
      <source>Show only rows of this kind</source>
      <translation>只显示这一类的行</translation>
    </message>
    <message>
      <source>Show or hide rows of this kind</source>
      <translation>显示或隐藏这一类的行</translation>
    </message>
  </context>
  <context>
    <name>Chips</name>
    <message>
      <source>{citation}, opens in the browser</source>
      <translation>{citation}，在浏览器中打开</translation>
    </message>
  </context>
  <context>
    <name>ClientForm</name>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Answers pings with pongs</source>
      <translation>收到 ping 自动回 pong</translation>
    </message>
    <message>
      <source>Bearer token</source>
      <translation>Bearer 令牌</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>Connect to a server</source>
      <translation>连接到服务器</translation>
    </message>
    <message>
      <source>More headers</source>
      <translation>其他请求头</translation>
    </message>
    <message>
      <source>Names with commas between them.</source>
      <translation>多个名称用逗号隔开。</translation>
    </message>
    <message>
      <source>Offers compression (permessage-deflate)</source>
      <translation>提议压缩（permessage-deflate）</translation>
    </message>
    <message>
      <source>One a line, as Name: value.</source>
      <translation>每行一个，写作 Name: value。</translation>
    </message>
    <message>
      <source>Sent as Authorization: Bearer …</source>
      <translation>以 Authorization: Bearer … 发送</translation>
    </message>
    <message>
      <source>Subprotocols</source>
      <translation>子协议</translation>
    </message>
    <message>
      <source>Takes any certificate</source>
      <translation>接受任何证书</translation>
    </message>
    <message>
      <source>Whoever stands in between can read along: for tests only.</source>
      <translation>中间人可以看到全部内容：仅供测试。</translation>
    </message>
  </context>
  <context>
    <name>ClosePane</name>
    <message>
      <source>Close bench</source>
      <translation>关闭实验台</translation>
    </message>
    <message>
      <source>Close code; empty for a Close frame without a body</source>
      <translation>关闭码；留空表示没有正文的 Close 帧</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>The body of the Close frame, as hex digits</source>
      <translation>Close 帧的正文，十六进制</translation>
    </message>
    <message>
      <source>What the programs are told</source>
      <translation>两边程序得到的结果</translation>
    </message>
    <message>
      <source>body, as hex</source>
      <translation>正文（十六进制）</translation>
    </message>
    <message>
      <source>close code</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>reason</source>
      <translation>原因</translation>
    </message>
  </context>
  <context>
    <name>ConditionRow</name>
    <message>
      <source>{condition}: met</source>
      <translation>{condition}：已满足</translation>
    </message>
    <message>
      <source>{condition}: not met yet</source>
      <translation>{condition}：尚未满足</translation>
    </message>
  </context>
  <context>
    <name>ConnectionsPane</name>
    <message>
      <source>Connections</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>{count} so far</source>
      <translation>目前 {count} 个</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copy SVG</source>
      <translation>复制 SVG</translation>
    </message>
    <message>
      <source>Copy description</source>
      <translation>复制说明</translation>
    </message>
    <message>
      <source>Copy image</source>
      <translation>复制图片</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>复制文本</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <source>Stop writing; no file is left behind</source>
      <translation>停止写入，不留下任何文件</translation>
    </message>
    <message>
      <source>The figure as a document</source>
      <translation>以 SVG 文档形式复制此图</translation>
    </message>
    <message>
      <source>The figure as an image</source>
      <translation>以图片形式复制此图</translation>
    </message>
    <message>
      <source>The text, or the drawing in letters</source>
      <translation>复制文本，或用字符画出的图</translation>
    </message>
    <message>
      <source>What is to be seen, in words</source>
      <translation>用文字说明图中内容</translation>
    </message>
  </context>
  <context>
    <name>ExportOptions</name>
    <message>
      <source>1 column</source>
      <translation>单栏</translation>
    </message>
    <message>
      <source>2 columns</source>
      <translation>双栏</translation>
    </message>
    <message>
      <source>As drawn</source>
      <translation>原样</translation>
    </message>
    <message>
      <source>Asked, with answers</source>
      <translation>提问并附答案</translation>
    </message>
    <message>
      <source>Bits in a row</source>
      <translation>每行位数</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>两者</translation>
    </message>
    <message>
      <source>Caption</source>
      <translation>图题</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>彩色</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>高对比</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Dots per inch</source>
      <translation>每英寸点数</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <source>In the boxes</source>
      <translation>框内显示</translation>
    </message>
    <message>
      <source>In words</source>
      <translation>文字说明</translation>
    </message>
    <message>
      <source>Language of the figure</source>
      <translation>图中语言</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>省略</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Number of the figure, 0 for none</source>
      <translation>图号，0 表示不编号</translation>
    </message>
    <message>
      <source>Patterns</source>
      <translation>图案</translation>
    </message>
    <message>
      <source>Questions of the lesson</source>
      <translation>本课问题</translation>
    </message>
    <message>
      <source>Slide</source>
      <translation>幻灯片</translation>
    </message>
    <message>
      <source>Steps on a page</source>
      <translation>每页步数</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>This figure</source>
      <translation>此图</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>取值</translation>
    </message>
    <message>
      <source>What to export</source>
      <translation>导出内容</translation>
    </message>
    <message>
      <source>Whole lesson</source>
      <translation>整课</translation>
    </message>
    <message>
      <source>Whole recording</source>
      <translation>整个录制</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
  </context>
  <context>
    <name>ExportPreview</name>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>The one after</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>The one before</source>
      <translation>上一页</translation>
    </message>
  </context>
  <context>
    <name>FaultCard</name>
    <message>
      <source>Break it</source>
      <translation>制造故障</translation>
    </message>
  </context>
  <context>
    <name>FilterLine</name>
    <message>
      <source>Conditions side by side have to be met all.</source>
      <translation>并列的条件必须全部满足。</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>过滤条件</translation>
    </message>
    <message>
      <source>Filter, such as conn:2 len&gt;0</source>
      <translation>过滤条件，例如 conn:2 len&gt;0</translation>
    </message>
    <message>
      <source>{matches} of {total}</source>
      <translation>{matches} / {total}</translation>
    </message>
  </context>
  <context>
    <name>ForkCard</name>
    <message>
      <source>Back to one run</source>
      <translation>回到单个过程</translation>
    </message>
    <message>
      <source>Change one thing here and see both futures side by side.</source>
      <translation>在这里改动一处，并排对照两种结果。</translation>
    </message>
    <message>
      <source>Left the run as it was, right what your change made of it.</source>
      <translation>左边是原来的过程，右边是改动之后的过程。</translation>
    </message>
    <message>
      <source>What if?</source>
      <translation>如果……会怎样？</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>FrameInspector</name>
    <message>
      <source>16 bits</source>
      <translation>16 位</translation>
    </message>
    <message>
      <source>64 bits</source>
      <translation>64 位</translation>
    </message>
    <message>
      <source>7 bits</source>
      <translation>7 位</translation>
    </message>
    <message>
      <source>Byte {place} of the masking key, as hex</source>
      <translation>掩码密钥的第 {place} 个字节，十六进制</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Form of the length</source>
      <translation>长度的写法</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>检查器</translation>
    </message>
    <message>
      <source>Length in bytes</source>
      <translation>长度（字节）</translation>
    </message>
    <message>
      <source>absent: MASK is 0</source>
      <translation>没有：MASK 为 0</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>click a bit, or type</source>
      <translation>点击位，或直接输入</translation>
    </message>
    <message>
      <source>extended length</source>
      <translation>扩展长度</translation>
    </message>
    <message>
      <source>inside a fragmented text</source>
      <translation>处于分片的文本消息中</translation>
    </message>
    <message>
      <source>length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>length of the payload</source>
      <translation>按载荷自动计算</translation>
    </message>
    <message>
      <source>masking key</source>
      <translation>掩码密钥</translation>
    </message>
    <message>
      <source>opcode</source>
      <translation>操作码</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
    </message>
    <message>
      <source>permessage-deflate agreed</source>
      <translation>已商定 permessage-deflate</translation>
    </message>
  </context>
  <context>
    <name>GoalCard</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Done: {moves}</source>
      <translation>已做：{moves}</translation>
    </message>
    <message>
      <source>Fold up</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Hint</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Reached.</source>
      <translation>已达成。</translation>
    </message>
    <message>
      <source>Start again</source>
      <translation>重新开始</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>动手试试</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Your goal</source>
      <translation>你的目标</translation>
    </message>
  </context>
  <context>
    <name>Heading</name>
    <message numerus="yes">
      <source>%n remark(s)</source>
      <translation>
        <numerusform>%n 条说明</numerusform>
      </translation>
    </message>
    <message>
      <source>Show the connections or the referee</source>
      <translation>显示连接或裁判</translation>
    </message>
  </context>
  <context>
    <name>HeadsPane</name>
    <message>
      <source>An accept value from elsewhere, to be compared</source>
      <translation>要比较的 accept 值</translation>
    </message>
    <message>
      <source>Answer, editable</source>
      <translation>应答（可编辑）</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>与此比较</translation>
    </message>
    <message>
      <source>Handshake bench</source>
      <translation>握手实验台</translation>
    </message>
    <message>
      <source>Let the server answer again</source>
      <translation>改回由服务器应答</translation>
    </message>
    <message>
      <source>Request, editable</source>
      <translation>请求（可编辑）</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Accept for this key, computed</source>
      <translation>由此密钥算出的 Sec-WebSocket-Accept</translation>
    </message>
    <message>
      <source>The client’s checks</source>
      <translation>客户端的检查</translation>
    </message>
    <message>
      <source>The server’s checks</source>
      <translation>服务器的检查</translation>
    </message>
    <message>
      <source>paste an accept value</source>
      <translation>粘贴一个 accept 值</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>In a text field the keys belong to the field. Space on a focused button presses it.</source>
      <translation>在输入框中，按键归输入框使用。焦点在按钮上时，空格键按下该按钮。</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>Selected</source>
      <translation>已选中</translation>
    </message>
  </context>
  <context>
    <name>Invitation</name>
    <message>
      <source>Drop a file here, or choose one. Every frame is taken apart and judged against the RFC.</source>
      <translation>把文件拖到这里，或选择一个文件。每一帧都会拆开，并对照 RFC 作出判断。</translation>
    </message>
    <message>
      <source>Open file</source>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Open what was recorded</source>
      <translation>打开录下的通信</translation>
    </message>
    <message>
      <source>The file is only read; nothing leaves this machine.</source>
      <translation>文件只被读取，任何内容都不会离开这台机器。</translation>
    </message>
    <message>
      <source>packets from Wireshark, tshark or tcpdump, also compressed with gzip</source>
      <translation>Wireshark、tshark 或 tcpdump 的数据包，可用 gzip 压缩</translation>
    </message>
    <message>
      <source>recordings of this program, from Live or the command line</source>
      <translation>本程序的录制，来自实时或命令行</translation>
    </message>
    <message>
      <source>what Chrome or Firefox save in the network tab of their developer tools</source>
      <translation>Chrome 或 Firefox 开发者工具的网络面板保存的文件</translation>
    </message>
  </context>
  <context>
    <name>LabBar</name>
    <message>
      <source>Back to where this bench began</source>
      <translation>回到这个实验台的起点</translation>
    </message>
    <message>
      <source>Bytes from the clipboard: hex, base64, an array, a dump</source>
      <translation>剪贴板中的字节：十六进制、base64、数组或转储</translation>
    </message>
    <message>
      <source>Copy hex</source>
      <translation>复制十六进制</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Paste hex</source>
      <translation>粘贴字节</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Send in Live</source>
      <translation>发送到实时</translation>
    </message>
    <message>
      <source>The bytes as hex to the clipboard</source>
      <translation>把字节以十六进制复制到剪贴板</translation>
    </message>
    <message>
      <source>The figure as a picture or as text</source>
      <translation>将此图导出为图片或文本</translation>
    </message>
    <message>
      <source>To a live connection; the answer of the peer is shown there</source>
      <translation>发给一个实时连接；对端的应答显示在那里</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
  </context>
  <context>
    <name>LabNavigation</name>
    <message>
      <source>Benches and frames</source>
      <translation>实验台与帧</translation>
    </message>
  </context>
  <context>
    <name>LabPage</name>
    <message>
      <source>Show the benches and frames, or the bench</source>
      <translation>显示实验台与帧的列表，或检查器</translation>
    </message>
  </context>
  <context>
    <name>LiveDesk</name>
    <message numerus="yes">
      <source>%n recording(s) were removed.</source>
      <translation>
        <numerusform>已删除 %n 份记录。</numerusform>
      </translation>
    </message>
    <message>
      <source>Export the recording</source>
      <translation>导出记录</translation>
    </message>
    <message>
      <source>HTTP archive (*.har)</source>
      <translation>HTTP 归档 (*.har)</translation>
    </message>
    <message>
      <source>Nobody is connected yet: start the server and open its page, or connect a client. Then send again.</source>
      <translation>还没有任何连接：请先启动服务器并打开它的页面，或连接一个客户端，然后再发送。</translation>
    </message>
    <message>
      <source>Nobody is there to send it to.</source>
      <translation>没有可以发送的对象。</translation>
    </message>
    <message>
      <source>Recording (*.jsonl)</source>
      <translation>记录 (*.jsonl)</translation>
    </message>
    <message>
      <source>Select a frame or a connection first.</source>
      <translation>请先选择一帧或一个连接。</translation>
    </message>
    <message>
      <source>We are the client of nobody: our server sends this frame of a client as it is.</source>
      <translation>目前没有以客户端身份建立的连接：由我们的服务器原样发出这个客户端帧。</translation>
    </message>
    <message>
      <source>We are the server of nobody: our client sends this frame of a server as it is.</source>
      <translation>目前没有以服务器身份建立的连接：由我们的客户端原样发出这个服务器帧。</translation>
    </message>
    <message>
      <source>Wireshark capture (*.pcapng)</source>
      <translation>Wireshark 抓包文件 (*.pcapng)</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}.</source>
      <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
      <source>{path} was written.</source>
      <translation>已写入 {path}。</translation>
    </message>
  </context>
  <context>
    <name>LiveDetails</name>
    <message>
      <source>Bits</source>
      <translation>比特</translation>
    </message>
    <message>
      <source>Connection #{number}</source>
      <translation>连接 #{number}</translation>
    </message>
    <message>
      <source>Details of the selection</source>
      <translation>所选内容的详情</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Frame {number}</source>
      <translation>帧 {number}</translation>
    </message>
    <message>
      <source>Handshake</source>
      <translation>握手</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>尚未选中任何内容</translation>
    </message>
    <message>
      <source>States</source>
      <translation>状态</translation>
    </message>
  </context>
  <context>
    <name>LivePage</name>
    <message>
      <source>Follow the newest row</source>
      <translation>跟随最新一行</translation>
    </message>
    <message>
      <source>Live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>Pause: stay at these rows</source>
      <translation>暂停：停在这些行</translation>
    </message>
  </context>
  <context>
    <name>LiveStations</name>
    <message>
      <source>No browser could be opened; {address} was copied.</source>
      <translation>无法打开浏览器；已复制 {address}。</translation>
    </message>
    <message>
      <source>The weather holds for what is started from now on; start the server anew to give it to it.</source>
      <translation>网络状况只对之后启动的连接起作用；要让服务器也受影响，请重新启动它。</translation>
    </message>
    <message>
      <source>{address} was copied.</source>
      <translation>已复制 {address}。</translation>
    </message>
  </context>
  <context>
    <name>MaskPane</name>
    <message>
      <source>Byte {place} of the masking key, as hex</source>
      <translation>掩码密钥的第 {place} 个字节，十六进制</translation>
    </message>
    <message>
      <source>Masking bench</source>
      <translation>掩码实验台</translation>
    </message>
    <message>
      <source>Paste masked bytes here, and the key takes the mask off them.</source>
      <translation>把已掩码的字节粘贴到这里，密钥会去掉掩码。</translation>
    </message>
    <message>
      <source>The masked payload, as hex digits</source>
      <translation>已掩码的载荷，十六进制</translation>
    </message>
    <message>
      <source>masking key</source>
      <translation>掩码密钥</translation>
    </message>
    <message>
      <source>on the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
    </message>
  </context>
  <context>
    <name>MessageStrip</name>
    <message>
      <source>Dismiss</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>关闭这条消息</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>Lessons</source>
      <translation>课程目录</translation>
    </message>
    <message>
      <source>{done} of {total} lessons done</source>
      <translation>已完成 {done} / {total} 课</translation>
    </message>
    <message>
      <source>{title}, current</source>
      <translation>{title}，当前</translation>
    </message>
    <message>
      <source>{title}, done</source>
      <translation>{title}，已完成</translation>
    </message>
    <message>
      <source>{title}, still to come</source>
      <translation>{title}，尚未学习</translation>
    </message>
    <message>
      <source>{title}, {done} of {total} parts done</source>
      <translation>{title}，已完成 {done} / {total} 部分</translation>
    </message>
  </context>
  <context>
    <name>NewestPill</name>
    <message>
      <source>Go to the newest row and follow</source>
      <translation>转到最新一行并跟随</translation>
    </message>
    <message>
      <source>newest</source>
      <translation>最新</translation>
    </message>
  </context>
  <context>
    <name>NotesWindow</name>
    <message>
      <source>From zero</source>
      <translation>归零</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Notes – WebSocket 101</source>
      <translation>备注 – WebSocket 101</translation>
    </message>
    <message>
      <source>The next step</source>
      <translation>下一步的图</translation>
    </message>
    <message>
      <source>The time of day</source>
      <translation>当前时间</translation>
    </message>
    <message>
      <source>The time since the presentation began</source>
      <translation>演示已用时间</translation>
    </message>
    <message>
      <source>This is the end.</source>
      <translation>到此结束。</translation>
    </message>
    <message>
      <source>Variants</source>
      <translation>变体</translation>
    </message>
  </context>
  <context>
    <name>OfferStrip</name>
    <message numerus="yes">
      <source>%n recording(s) of a run that did not end properly can be opened.</source>
      <translation>
        <numerusform>上次程序没有正常结束，留下了 %n 份记录，可以打开。</numerusform>
      </translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <source>Open the newest</source>
      <translation>打开最新的</translation>
    </message>
  </context>
  <context>
    <name>OverviewPane</name>
    <message>
      <source>Whole capture</source>
      <translation>整个抓包</translation>
    </message>
    <message>
      <source>frames per {stretch}, click to go there</source>
      <translation>每 {stretch}的帧数，点击即可跳转</translation>
    </message>
    <message>
      <source>{count} ms</source>
      <translation>{count} 毫秒</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} 秒</translation>
    </message>
  </context>
  <context>
    <name>PageDialog</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>PayloadEditor</name>
    <message>
      <source>Hex</source>
      <translation>十六进制</translation>
    </message>
    <message>
      <source>Payload as hex</source>
      <translation>载荷显示为十六进制</translation>
    </message>
    <message>
      <source>Payload as text</source>
      <translation>载荷显示为文本</translation>
    </message>
    <message>
      <source>Payload, as hex digits</source>
      <translation>载荷，十六进制</translation>
    </message>
    <message>
      <source>Payload, as text</source>
      <translation>载荷，文本</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>The beginning of the payload: it is too long to be typed; paste another one</source>
      <translation>载荷的开头：它太长，无法逐字输入；请粘贴另一个</translation>
    </message>
  </context>
  <context>
    <name>PeerPane</name>
    <message numerus="yes">
      <source>%n open</source>
      <translation>
        <numerusform>%n 个已打开</numerusform>
      </translation>
    </message>
    <message>
      <source>Connected peers</source>
      <translation>已连接的对端</translation>
    </message>
    <message>
      <source>Frames by opcode</source>
      <translation>各操作码的帧数</translation>
    </message>
    <message>
      <source>Nobody is connected. Start the server and open its page in a browser, or connect to a server.</source>
      <translation>还没有任何连接。请启动服务器并在浏览器中打开它的页面，或者连接到某个服务器。</translation>
    </message>
    <message>
      <source>Round trip, ping to pong</source>
      <translation>往返时间：ping 到 pong</translation>
    </message>
  </context>
  <context>
    <name>PredictCard</name>
    <message>
      <source>Choose, and you see the answer. Or step on.</source>
      <translation>选一个，就会看到答案；也可以直接进入下一步。</translation>
    </message>
    <message>
      <source>Not so.</source>
      <translation>不对。</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>先猜一猜</translation>
    </message>
    <message>
      <source>Predict: {question}</source>
      <translation>先猜一猜：{question}</translation>
    </message>
    <message>
      <source>Right.</source>
      <translation>答对了。</translation>
    </message>
    <message>
      <source>{number}: {option}, chosen</source>
      <translation>{number}：{option}，已选</translation>
    </message>
  </context>
  <context>
    <name>PresenterControls</name>
    <message>
      <source>First step</source>
      <translation>第一步</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>最后一步</translation>
    </message>
    <message>
      <source>Leave the presentation</source>
      <translation>退出演示</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>播放</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
  </context>
  <context>
    <name>ProxyForm</name>
    <message>
      <source>Address of the server</source>
      <translation>服务器地址</translation>
    </message>
    <message>
      <source>It listens on this machine alone: 127.0.0.1.</source>
      <translation>只在本机监听：127.0.0.1。</translation>
    </message>
    <message>
      <source>Port for clients</source>
      <translation>供客户端连接的端口</translation>
    </message>
    <message>
      <source>Stand between a client and a server</source>
      <translation>在客户端与服务器之间做代理</translation>
    </message>
    <message>
      <source>Start the proxy</source>
      <translation>启动代理</translation>
    </message>
    <message>
      <source>Takes any certificate</source>
      <translation>接受任何证书</translation>
    </message>
  </context>
  <context>
    <name>RefereePane</name>
    <message>
      <source>Next</source>
      <translation>下一处</translation>
    </message>
    <message>
      <source>Next finding</source>
      <translation>下一处问题</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>上一处</translation>
    </message>
    <message>
      <source>Previous finding</source>
      <translation>上一处问题</translation>
    </message>
    <message>
      <source>Select a row: the referee says which rules it keeps and which it breaks.</source>
      <translation>选中一行：裁判会说明它遵守了哪些规则，违反了哪些。</translation>
    </message>
    <message>
      <source>{count} findings</source>
      <translation>{count} 处</translation>
    </message>
    <message>
      <source>{place} of {count}</source>
      <translation>{place} / {count}</translation>
    </message>
  </context>
  <context>
    <name>RemarksDialog</name>
    <message>
      <source>About this file</source>
      <translation>关于这个文件</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>另有 %n 条</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RoomStrip</name>
    <message>
      <source>Keep all</source>
      <translation>全部保留</translation>
    </message>
    <message>
      <source>Recordings of earlier connections take {size:,} MiB in {folder}.</source>
      <translation>以前各次连接的记录在 {folder} 中占用 {size:,} MiB。</translation>
    </message>
    <message>
      <source>Remove the oldest half</source>
      <translation>删除较旧的一半</translation>
    </message>
  </context>
  <context>
    <name>Scrubber</name>
    <message>
      <source>Step {number} of {total}: {name}</source>
      <translation>第 {number} 步，共 {total} 步：{name}</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
  </context>
  <context>
    <name>SendBar</name>
    <message numerus="yes">
      <source>%n byte(s)</source>
      <translation>
        <numerusform>%n 字节</numerusform>
      </translation>
    </message>
    <message>
      <source>Binary</source>
      <translation>二进制</translation>
    </message>
    <message>
      <source>Bytes in hex: 01 fe 80</source>
      <translation>十六进制字节：01 fe 80</translation>
    </message>
    <message>
      <source>Bytes on the wire, in hex: 89 00</source>
      <translation>线上的字节，十六进制：89 00</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <source>Clear the table and forget what was recorded</source>
      <translation>清空表格并丢弃已记录的内容</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Code and reason: 1000 bye</source>
      <translation>关闭码和原因：1000 bye</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export the recording</source>
      <translation>导出记录</translation>
    </message>
    <message>
      <source>Fragments</source>
      <translation>分片</translation>
    </message>
    <message numerus="yes">
      <source>Message to %n peers</source>
      <translation>
        <numerusform>发给 %n 个对端</numerusform>
      </translation>
    </message>
    <message>
      <source>Message to all open peers</source>
      <translation>发给所有打开的对端</translation>
    </message>
    <message>
      <source>Message to peer #{number}</source>
      <translation>发给对端 #{number}</translation>
    </message>
    <message>
      <source>Nobody is connected yet</source>
      <translation>还没有任何连接</translation>
    </message>
    <message>
      <source>Open in Lab</source>
      <translation>在实验中打开</translation>
    </message>
    <message>
      <source>Open the selected frame in the Lab</source>
      <translation>在实验中打开所选的帧</translation>
    </message>
    <message>
      <source>Pieces with | between them: Hel|lo</source>
      <translation>用 | 隔开各片：Hel|lo</translation>
    </message>
    <message>
      <source>Ping</source>
      <translation>Ping</translation>
    </message>
    <message>
      <source>Pong</source>
      <translation>Pong</translation>
    </message>
    <message>
      <source>Raw</source>
      <translation>原始字节</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Recording and sending</source>
      <translation>记录与发送</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>发送</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Up to 125 bytes, text or 0x…</source>
      <translation>最多 125 字节，文本或 0x…</translation>
    </message>
    <message>
      <source>What happens is kept while this is on</source>
      <translation>打开时，发生的一切都会保留</translation>
    </message>
    <message>
      <source>{size} in {count} frames</source>
      <translation>{size}，共 {count} 帧</translation>
    </message>
  </context>
  <context>
    <name>ServerForm</name>
    <message>
      <source>Answers pings with pongs</source>
      <translation>收到 ping 自动回 pong</translation>
    </message>
    <message>
      <source>Broadcast</source>
      <translation>广播</translation>
    </message>
    <message>
      <source>Clients have to trust the certificate in {path}.</source>
      <translation>客户端必须信任这里的证书：{path}。</translation>
    </message>
    <message>
      <source>Echo</source>
      <translation>回显</translation>
    </message>
    <message>
      <source>Empty: pages of every origin, and programs, may connect.</source>
      <translation>留空：任何来源的页面和程序都可以连接。</translation>
    </message>
    <message>
      <source>Listens at</source>
      <translation>监听地址</translation>
    </message>
    <message>
      <source>Names with commas between them.</source>
      <translation>多个名称用逗号隔开。</translation>
    </message>
    <message>
      <source>Origins that may come in</source>
      <translation>允许的来源（Origin）</translation>
    </message>
    <message>
      <source>Other machines can reach it there, and nobody is asked for a password.</source>
      <translation>其他机器也能连上它，而且不需要任何密码。</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>端口</translation>
    </message>
    <message>
      <source>Restart</source>
      <translation>重新启动</translation>
    </message>
    <message>
      <source>Rules in TOML, from top to bottom.</source>
      <translation>用 TOML 写的规则，从上到下执行。</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>脚本</translation>
    </message>
    <message>
      <source>Seconds between its pings</source>
      <translation>发送 ping 的间隔（秒）</translation>
    </message>
    <message>
      <source>Settings of the server</source>
      <translation>服务器设置</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>启动</translation>
    </message>
    <message>
      <source>Subprotocols</source>
      <translation>子协议</translation>
    </message>
    <message>
      <source>TLS: wss instead of ws</source>
      <translation>TLS：用 wss 代替 ws</translation>
    </message>
    <message>
      <source>Takes compression (permessage-deflate)</source>
      <translation>接受压缩（permessage-deflate）</translation>
    </message>
    <message>
      <source>Their round trip is shown at the peer. Empty: it sends none.</source>
      <translation>往返时间显示在对端卡片上。留空则不发送。</translation>
    </message>
    <message>
      <source>What it does with a message</source>
      <translation>收到消息后做什么</translation>
    </message>
  </context>
  <context>
    <name>SidePane</name>
    <message>
      <source>Explanation</source>
      <translation>讲解</translation>
    </message>
  </context>
  <context>
    <name>SpeedSwitch</name>
    <message>
      <source>Speed {speed}</source>
      <translation>速度 {speed}</translation>
    </message>
  </context>
  <context>
    <name>StationBar</name>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>Connect to a server as its client</source>
      <translation>作为客户端连接到服务器</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy the address of the proxy</source>
      <translation>复制代理的地址</translation>
    </message>
    <message>
      <source>Delay, cut or break what is sent</source>
      <translation>让发送的内容延迟、被切分或损坏</translation>
    </message>
    <message>
      <source>Open page</source>
      <translation>打开页面</translation>
    </message>
    <message>
      <source>Open the server’s page in a browser</source>
      <translation>在浏览器中打开服务器的页面</translation>
    </message>
    <message>
      <source>Other machines can reach it</source>
      <translation>其他机器可以访问</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Settings of the server</source>
      <translation>服务器设置</translation>
    </message>
    <message>
      <source>Stand between a client and a server</source>
      <translation>在客户端与服务器之间做代理</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>启动</translation>
    </message>
    <message>
      <source>Start the server</source>
      <translation>启动服务器</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop the proxy</source>
      <translation>停止代理</translation>
    </message>
    <message>
      <source>Stop the server</source>
      <translation>停止服务器</translation>
    </message>
    <message>
      <source>Weather</source>
      <translation>网络状况</translation>
    </message>
  </context>
  <context>
    <name>StepCount</name>
    <message>
      <source>Step {number} / {total}</source>
      <translation>第 {number} / {total} 步</translation>
    </message>
  </context>
  <context>
    <name>Stepper</name>
    <message>
      <source>{label} {value}, one less</source>
      <translation>{label} {value}，减一</translation>
    </message>
    <message>
      <source>{label} {value}, one more</source>
      <translation>{label} {value}，加一</translation>
    </message>
  </context>
  <context>
    <name>TextPane</name>
    <message>
      <source>End of {fragment}, one byte earlier</source>
      <translation>{fragment} 的结尾前移一个字节</translation>
    </message>
    <message>
      <source>End of {fragment}, one byte later</source>
      <translation>{fragment} 的结尾后移一个字节</translation>
    </message>
    <message>
      <source>Fragments</source>
      <translation>分片</translation>
    </message>
    <message>
      <source>UTF-8 and fragmentation bench</source>
      <translation>UTF-8 与分片实验台</translation>
    </message>
    <message>
      <source>Validator after each byte</source>
      <translation>每个字节之后的校验状态</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>另有 {count} 个</translation>
    </message>
    <message>
      <source>binary: nothing is checked</source>
      <translation>二进制：不做检查</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
    </message>
  </context>
  <context>
    <name>TheEnd</name>
    <message>
      <source>PageUp goes back, Esc leaves the presentation</source>
      <translation>PageUp 返回，Esc 退出演示</translation>
    </message>
    <message>
      <source>The end</source>
      <translation>结束</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Capture</source>
      <translation>抓包</translation>
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
      <source>Lab</source>
      <translation>实验</translation>
    </message>
    <message>
      <source>Learn</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>Present</source>
      <translation>演示</translation>
    </message>
    <message>
      <source>Show the explanation</source>
      <translation>显示讲解</translation>
    </message>
    <message>
      <source>Show the lessons</source>
      <translation>显示课程目录</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Theme: {name}</source>
      <translation>主题：{name}</translation>
    </message>
  </context>
  <context>
    <name>TrafficDetails</name>
    <message>
      <source>Lines of bytes</source>
      <translation>字节行</translation>
    </message>
    <message>
      <source>as sent</source>
      <translation>按原样</translation>
    </message>
    <message>
      <source>text unmasked</source>
      <translation>去掉掩码的文本</translation>
    </message>
  </context>
  <context>
    <name>TrafficTable</name>
    <message>
      <source>Frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>No row fits the filter.</source>
      <translation>没有符合过滤条件的行。</translation>
    </message>
    <message>
      <source>Nothing has come yet.</source>
      <translation>还没有任何内容到来。</translation>
    </message>
    <message>
      <source>There is nothing in it.</source>
      <translation>里面没有任何内容。</translation>
    </message>
  </context>
  <context>
    <name>TransportBar</name>
    <message>
      <source>First step</source>
      <translation>第一步</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>最后一步</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>播放</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
  </context>
  <context>
    <name>WaysCard</name>
    <message>
      <source>Ask me another</source>
      <translation>再问我一题</translation>
    </message>
    <message>
      <source>Detail</source>
      <translation>细节</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>Lesson</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>May skip</source>
      <translation>可跳过</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>Must answer</source>
      <translation>必须回答</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>提问</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Steps and questions</source>
      <translation>步骤与提问</translation>
    </message>
  </context>
  <context>
    <name>WeatherForm</name>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Bad weather for whatever is started from now on</source>
      <translation>让之后启动的一切遭遇恶劣网络</translation>
    </message>
    <message>
      <source>Delay at least, ms</source>
      <translation>最小延迟（毫秒）</translation>
    </message>
    <message>
      <source>Delay at most, ms</source>
      <translation>最大延迟（毫秒）</translation>
    </message>
    <message>
      <source>Nothing arrives from byte</source>
      <translation>从第几个字节起不再送达</translation>
    </message>
    <message>
      <source>One wrong bit in about, bytes</source>
      <translation>大约每隔多少字节错一个比特</translation>
    </message>
    <message>
      <source>Reset at byte</source>
      <translation>在第几个字节处重置</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <source>Split into pieces of at most, bytes</source>
      <translation>切成小段，每段最多（字节）</translation>
    </message>
    <message>
      <source>TCP may cut anywhere: nobody should notice.</source>
      <translation>TCP 可以在任何位置切分：谁都不应察觉。</translation>
    </message>
    <message>
      <source>TCP would mend this: it is what a broken program does.</source>
      <translation>TCP 会修复这种错误：这里模拟的是有缺陷的程序。</translation>
    </message>
    <message>
      <source>Weather on the wire</source>
      <translation>网络状况</translation>
    </message>
  </context>
  <context>
    <name>actions</name>
    <message>
      <source>A light around the pointer; the wheel changes its size</source>
      <translation>指针聚光灯；滚轮改变大小</translation>
    </message>
    <message>
      <source>About WebSocket 101</source>
      <translation>关于 WebSocket 101</translation>
    </message>
    <message>
      <source>Ask me another question</source>
      <translation>再问我一题</translation>
    </message>
    <message>
      <source>Blank the screen</source>
      <translation>黑屏</translation>
    </message>
    <message>
      <source>Blank the screen in white</source>
      <translation>白屏</translation>
    </message>
    <message>
      <source>Capture</source>
      <translation>抓包</translation>
    </message>
    <message>
      <source>Capture: open what was recorded</source>
      <translation>抓包：打开录下的流量</translation>
    </message>
    <message>
      <source>Change the language</source>
      <translation>切换语言</translation>
    </message>
    <message>
      <source>Change the theme</source>
      <translation>切换主题</translation>
    </message>
    <message>
      <source>Choose answer 1</source>
      <translation>选择答案 1</translation>
    </message>
    <message>
      <source>Choose answer 2</source>
      <translation>选择答案 2</translation>
    </message>
    <message>
      <source>Choose answer 3</source>
      <translation>选择答案 3</translation>
    </message>
    <message>
      <source>Choose answer 4</source>
      <translation>选择答案 4</translation>
    </message>
    <message>
      <source>Clear the selection, leave the full screen</source>
      <translation>取消选中，退出全屏</translation>
    </message>
    <message>
      <source>Connect a client</source>
      <translation>连接一个客户端</translation>
    </message>
    <message>
      <source>Copy the figure</source>
      <translation>复制图</translation>
    </message>
    <message>
      <source>Count the time from zero</source>
      <translation>从零开始计时</translation>
    </message>
    <message>
      <source>Do it again</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Exchange the two displays</source>
      <translation>交换两个显示器</translation>
    </message>
    <message>
      <source>Export the figure of the selection…</source>
      <translation>导出所选内容的图…</translation>
    </message>
    <message>
      <source>Export the figure…</source>
      <translation>导出图…</translation>
    </message>
    <message>
      <source>Fields, bits, states or handshake</source>
      <translation>字段、位、状态或握手</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>图</translation>
    </message>
    <message>
      <source>Filter the frames</source>
      <translation>筛选帧</translation>
    </message>
    <message>
      <source>Filter what was captured</source>
      <translation>筛选抓到的内容</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>第一步</translation>
    </message>
    <message>
      <source>Forget what was done in this lesson</source>
      <translation>清除本课的学习进度</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Go to a step: its number, then Enter; V: to that variant</source>
      <translation>跳到某一步：步骤编号，再按回车；按 V 则到该变体</translation>
    </message>
    <message>
      <source>Go to the newest frame</source>
      <translation>跳到最新一帧</translation>
    </message>
    <message>
      <source>Hold the table still, or follow again</source>
      <translation>停住表格，或继续跟随</translation>
    </message>
    <message>
      <source>Keep this run beside the next, or let it go</source>
      <translation>保留当前过程以便对照，或放开它</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Lab</source>
      <translation>实验</translation>
    </message>
    <message>
      <source>Lab: build any frame</source>
      <translation>实验：构造任意帧</translation>
    </message>
    <message>
      <source>Last step</source>
      <translation>最后一步</translation>
    </message>
    <message>
      <source>Learn: the course</source>
      <translation>课程：一步一步地学</translation>
    </message>
    <message>
      <source>Live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>Live: real peers</source>
      <translation>实时：真实的对端</translation>
    </message>
    <message>
      <source>Look at the frame in the Lab</source>
      <translation>在“实验”中查看这一帧</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>Next finding</source>
      <translation>下一个问题</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next step, then the next variant</source>
      <translation>下一步，之后是下一个变体</translation>
    </message>
    <message>
      <source>Next variant</source>
      <translation>下一个变体</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>打开文件…</translation>
    </message>
    <message>
      <source>Open the selected frame in the Lab</source>
      <translation>在“实验”中打开选中的帧</translation>
    </message>
    <message>
      <source>Open the server’s page in a browser</source>
      <translation>在浏览器中打开服务器的页面</translation>
    </message>
    <message>
      <source>Paste bytes from anywhere</source>
      <translation>粘贴任意来源的字节</translation>
    </message>
    <message>
      <source>Play faster</source>
      <translation>加快播放</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>播放或暂停</translation>
    </message>
    <message>
      <source>Play slower</source>
      <translation>放慢播放</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>先猜一猜</translation>
    </message>
    <message>
      <source>Present</source>
      <translation>演示</translation>
    </message>
    <message>
      <source>Previous finding</source>
      <translation>上一个问题</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Previous step, then the variant before</source>
      <translation>上一步，之前是上一个变体</translation>
    </message>
    <message>
      <source>Previous variant</source>
      <translation>上一个变体</translation>
    </message>
    <message>
      <source>Read no further</source>
      <translation>不再读取</translation>
    </message>
    <message>
      <source>Send the frame in Live</source>
      <translation>在“实时”中发送这一帧</translation>
    </message>
    <message>
      <source>Show or hide the moves towards the goal</source>
      <translation>显示或隐藏达成目标的操作</translation>
    </message>
    <message>
      <source>Show or hide the notes</source>
      <translation>显示或隐藏备注</translation>
    </message>
    <message>
      <source>Show the lessons or the explanation</source>
      <translation>切换课程目录与讲解</translation>
    </message>
    <message>
      <source>Start or end presenting</source>
      <translation>开始或结束演示</translation>
    </message>
    <message>
      <source>Start or stop the server</source>
      <translation>启动或停止服务器</translation>
    </message>
    <message>
      <source>Step by lesson, message, frame or detail</source>
      <translation>按课程、消息、帧或细节步进</translation>
    </message>
    <message>
      <source>Step through the connection</source>
      <translation>逐步查看这个连接</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Take the last move back</source>
      <translation>撤回上一步操作</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>尝试</translation>
    </message>
    <message>
      <source>Undo the last edit</source>
      <translation>撤销上一次修改</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <source>Write a message</source>
      <translation>写一条消息</translation>
    </message>
  </context>
  <context>
    <name>alt</name>
    <message>
      <source>A strip at the top names the variants: {names}. This is {sentence}</source>
      <translation>最上方一条列出各个情形：{names}。图中是{sentence}</translation>
    </message>
    <message>
      <source>Arrows lead to the left ({left}).</source>
      <translation>有向左的箭头 {left} 个。</translation>
    </message>
    <message>
      <source>Arrows lead to the right ({right}) and to the left ({left}).</source>
      <translation>有向右的箭头 {right} 个，向左的箭头 {left} 个。</translation>
    </message>
    <message>
      <source>Arrows lead to the right ({right}).</source>
      <translation>有向右的箭头 {right} 个。</translation>
    </message>
    <message>
      <source>Bits stand in rows of {width}, each in a cell of its own: a 1 is dark, a 0 light.</source>
      <translation>比特每行 {width} 个，一格一个：1 深，0 浅。</translation>
    </message>
    <message>
      <source>Its parts have the headings {names}.</source>
      <translation>各部分的标题是{names}。</translation>
    </message>
    <message>
      <source>{left} is on the left, {right} on the right.</source>
      <translation>左边是{left}，右边是{right}。</translation>
    </message>
  </context>
  <context>
    <name>capture</name>
    <message numerus="yes">
      <source>%n connections</source>
      <translation>
        <numerusform>%n 个连接</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n frames</source>
      <translation>
        <numerusform>%n 帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n frames read</source>
      <translation>
        <numerusform>已读 %n 帧</numerusform>
      </translation>
    </message>
    <message>
      <source>All connections</source>
      <translation>所有连接</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>Captures and recordings (*.pcap *.pcapng *.cap *.har *.jsonl *.gz)</source>
      <translation>抓包文件和录制 (*.pcap *.pcapng *.cap *.har *.jsonl *.gz)</translation>
    </message>
    <message>
      <source>Connection #{number}</source>
      <translation>连接 #{number}</translation>
    </message>
    <message>
      <source>Figure of the frame…</source>
      <translation>此帧的图…</translation>
    </message>
    <message>
      <source>Figure of the handshake…</source>
      <translation>握手的图…</translation>
    </message>
    <message>
      <source>Figure of the whole capture…</source>
      <translation>整个抓包的图…</translation>
    </message>
    <message>
      <source>Messages, for a browser (HAR)…</source>
      <translation>消息，供浏览器使用（HAR）…</translation>
    </message>
    <message>
      <source>Open a capture</source>
      <translation>打开抓包文件</translation>
    </message>
    <message>
      <source>Packets, for Wireshark (pcapng)…</source>
      <translation>数据包，供 Wireshark 使用（pcapng）…</translation>
    </message>
    <message>
      <source>Recording (JSON lines)…</source>
      <translation>录制（JSON 行）…</translation>
    </message>
    <message>
      <source>Report as JSON…</source>
      <translation>JSON 报告…</translation>
    </message>
    <message>
      <source>Report as text…</source>
      <translation>文本报告…</translation>
    </message>
    <message>
      <source>Step through it like a lesson</source>
      <translation>像课程一样逐步查看</translation>
    </message>
    <message>
      <source>The file cannot be read any further: {reason}.</source>
      <translation>文件无法继续读取：{reason}。</translation>
    </message>
    <message>
      <source>The frame is too long for that: {size} bytes.</source>
      <translation>这一帧太长，无法这样做：{size} 字节。</translation>
    </message>
    <message>
      <source>{frames}, {connections}, {first} to {last}</source>
      <translation>{frames}，{connections}，{first} 至 {last}</translation>
    </message>
    <message>
      <source>{path} is being read; choose another name.</source>
      <translation>{path} 正在读取，请换一个文件名。</translation>
    </message>
    <message>
      <source>{path} was written.</source>
      <translation>已写入 {path}。</translation>
    </message>
  </context>
  <context>
    <name>client</name>
    <message>
      <source>The certificate of {place} is not trusted ({why}): if you know this server, point SSL_CERT_FILE at its certificate, or use --insecure.</source>
      <translation>{place} 的证书不受信任（{why}）：如果你认识这台服务器，请让 SSL_CERT_FILE 指向它的证书，或使用 --insecure。</translation>
    </message>
    <message>
      <source>There is no host named “{host}”: check its spelling and the network.</source>
      <translation>没有名为“{host}”的主机：请检查拼写和网络。</translation>
    </message>
    <message>
      <source>{place} cannot be reached ({reason}): is the server running, and this its port?</source>
      <translation>连不上 {place}（{reason}）：服务器在运行吗？端口对吗？</translation>
    </message>
    <message>
      <source>{place} did not answer within {seconds} seconds.</source>
      <translation>{place} 在 {seconds} 秒内没有应答。</translation>
    </message>
    <message>
      <source>{place} does not speak TLS with us ({why}): perhaps its address begins with ws://.</source>
      <translation>{place} 没有与我们建立 TLS（{why}）：它的地址也许应以 ws:// 开头。</translation>
    </message>
    <message>
      <source>{place} ended the connection during the TLS handshake: perhaps its address begins with ws://.</source>
      <translation>{place} 在 TLS 握手期间断开了连接：它的地址也许应以 ws:// 开头。</translation>
    </message>
  </context>
  <context>
    <name>desk</name>
    <message>
      <source>No browser could be opened; {address} was copied.</source>
      <translation>无法打开浏览器，已复制 {address}。</translation>
    </message>
    <message>
      <source>The program made a mistake of its own: {error}. It goes on.</source>
      <translation>程序自身出错：{error}。程序继续运行。</translation>
    </message>
    <message>
      <source>The settings were damaged; defaults stand in for what was lost.</source>
      <translation>设置文件已损坏，丢失的部分改用默认值。</translation>
    </message>
    <message>
      <source>There is no step {step}; the steps are 1 to {count}.</source>
      <translation>没有第 {step} 步；步骤为 1 到 {count}。</translation>
    </message>
  </context>
  <context>
    <name>diagram</name>
    <message>
      <source>WebSocket frame, {size} bytes</source>
      <translation>WebSocket 帧，{size} 个字节</translation>
    </message>
    <message>
      <source>{count} bytes are left out here</source>
      <translation>此处省略 {count} 个字节</translation>
    </message>
    <message>
      <source>{count} more bytes to the end</source>
      <translation>到末尾还有 {count} 个字节</translation>
    </message>
  </context>
  <context>
    <name>engine</name>
    <message>
      <source>A Close frame without a code has no reason, either.</source>
      <translation>没有关闭码的 Close 帧也不能带原因。</translation>
    </message>
    <message>
      <source>A control frame carries at most 125 bytes, and this one would have {size}: shorten it, or send raw bytes.</source>
      <translation>控制帧最多携带 125 字节，而这一帧会有 {size} 字节：请缩短，或改发原始字节。</translation>
    </message>
    <message>
      <source>A proxy passes on what others say, and says nothing itself.</source>
      <translation>代理只转达别人说的话，自己什么也不说。</translation>
    </message>
    <message>
      <source>Bad weather: about one bit in {bytes} bytes is turned over.</source>
      <translation>网络干扰：大约每 {bytes} 字节有一个比特被翻转。</translation>
    </message>
    <message>
      <source>Bad weather: after {bytes} bytes nothing arrives any more.</source>
      <translation>网络干扰：{bytes} 字节之后什么都不再到达。</translation>
    </message>
    <message>
      <source>Bad weather: after {bytes} bytes the connection is reset.</source>
      <translation>网络干扰：{bytes} 字节之后连接被重置。</translation>
    </message>
    <message>
      <source>Bad weather: every piece comes {least} to {most} ms late.</source>
      <translation>网络干扰：每一块都会迟到 {least} 到 {most} 毫秒。</translation>
    </message>
    <message>
      <source>Bad weather: the bytes are cut into pieces of {least} to {most}.</source>
      <translation>网络干扰：字节流被切成每块 {least} 到 {most} 字节。</translation>
    </message>
    <message>
      <source>Connection {number} was closed: its end took too long.</source>
      <translation>连接 {number} 已被关闭：它的关闭过程拖得太久。</translation>
    </message>
    <message>
      <source>Connection {number} was closed: nothing came for too long.</source>
      <translation>连接 {number} 已被关闭：太久没有收到任何数据。</translation>
    </message>
    <message>
      <source>Connection {number} was closed: the handshake did not end in time.</source>
      <translation>连接 {number} 已被关闭：握手没有及时完成。</translation>
    </message>
    <message>
      <source>Connection {number} was dropped: nobody answered a ping.</source>
      <translation>连接 {number} 已被断开：没有人应答 ping。</translation>
    </message>
    <message>
      <source>From the client’s byte {byte} on nothing arrives.</source>
      <translation>从客户端的第 {byte} 字节起，什么都不再到达。</translation>
    </message>
    <message>
      <source>From the server’s byte {byte} on nothing arrives.</source>
      <translation>从服务器的第 {byte} 字节起，什么都不再到达。</translation>
    </message>
    <message>
      <source>New connections are not recorded.</source>
      <translation>新连接不会被记录。</translation>
    </message>
    <message>
      <source>New connections are recorded while they last, in {path}.</source>
      <translation>新连接会边进行边记录到 {path}。</translation>
    </message>
    <message>
      <source>No frame can be made of this: {why}.</source>
      <translation>这些内容无法组成帧：{why}。</translation>
    </message>
    <message>
      <source>Nobody listens on {urls} any more.</source>
      <translation>{urls} 上不再监听。</translation>
    </message>
    <message>
      <source>Not bound to loopback: everyone who reaches {hosts} can connect.</source>
      <translation>没有只绑定到本机回环地址：能访问 {hosts} 的人都可以连接。</translation>
    </message>
    <message>
      <source>Something went wrong inside the program: {why}.</source>
      <translation>程序内部出了问题：{why}。</translation>
    </message>
    <message>
      <source>The certificate cannot be made or read ({reason}): {path}.</source>
      <translation>无法生成或读取证书（{reason}）：{path}。</translation>
    </message>
    <message>
      <source>The certificate of {place} is not trusted ({why}): if you know this server, connect without checking it.</source>
      <translation>{place} 的证书不受信任（{why}）：如果你认识这台服务器，可以不检查证书直接连接。</translation>
    </message>
    <message>
      <source>The engine has ended.</source>
      <translation>引擎已经停止。</translation>
    </message>
    <message>
      <source>The network reset the connection at the client’s byte {byte}.</source>
      <translation>网络在客户端的第 {byte} 字节处重置了连接。</translation>
    </message>
    <message>
      <source>The network reset the connection at the server’s byte {byte}.</source>
      <translation>网络在服务器的第 {byte} 字节处重置了连接。</translation>
    </message>
    <message>
      <source>The network turned over bit {bit} of the client’s byte {byte}.</source>
      <translation>网络翻转了客户端第 {byte} 字节的第 {bit} 位。</translation>
    </message>
    <message>
      <source>The network turned over bit {bit} of the server’s byte {byte}.</source>
      <translation>网络翻转了服务器第 {byte} 字节的第 {bit} 位。</translation>
    </message>
    <message>
      <source>The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another one.</source>
      <translation>无法使用 {host} 上的端口 {port}（{reason}）：请结束占用它的程序，或换一个端口。</translation>
    </message>
    <message>
      <source>The program “script” needs a table of rules.</source>
      <translation>“script”程序需要一张规则表。</translation>
    </message>
    <message>
      <source>The proxy listens on {urls} and passes everything on to {target}.</source>
      <translation>代理正在监听 {urls}，把一切转发到 {target}。</translation>
    </message>
    <message>
      <source>The server listens on {urls}.</source>
      <translation>服务器正在监听 {urls}。</translation>
    </message>
    <message>
      <source>There is no port {port}: ports are 1 to 65535, and 0 is any free one.</source>
      <translation>没有端口 {port}：端口是 1 到 65535，0 表示任意空闲端口。</translation>
    </message>
    <message>
      <source>This connection is closing: no more messages can be sent.</source>
      <translation>这个连接正在关闭：不能再发送消息。</translation>
    </message>
    <message>
      <source>This connection is not open: frames can be sent after the opening handshake, until its end.</source>
      <translation>这个连接没有打开：握手完成之后、连接结束之前才能发送帧。</translation>
    </message>
    <message>
      <source>This connection is over: nothing can be sent any more.</source>
      <translation>这个连接已经结束：不能再发送任何内容。</translation>
    </message>
    <message>
      <source>This machine has no address “{host}”: use 127.0.0.1, or 0.0.0.0 for all of them.</source>
      <translation>本机没有地址“{host}”：请用 127.0.0.1，或用 0.0.0.0 表示所有地址。</translation>
    </message>
    <message>
      <source>This text holds half of a character, which UTF-8 cannot hold.</source>
      <translation>这段文本里有半个字符，UTF-8 无法表示。</translation>
    </message>
    <message>
      <source>{address} asked for the page {target}: {status}.</source>
      <translation>{address} 请求了页面 {target}：{status}。</translation>
    </message>
    <message>
      <source>{address} does not speak TLS ({why}): its address has to begin with wss:// or https://.</source>
      <translation>{address} 没有使用 TLS（{why}）：它要访问的地址必须以 wss:// 或 https:// 开头。</translation>
    </message>
    <message>
      <source>{address} does not trust the server’s certificate ({why}): it has to be told to trust {path}.</source>
      <translation>{address} 不信任服务器的证书（{why}）：需要让它信任 {path}。</translation>
    </message>
    <message>
      <source>{address} ended the connection during the TLS handshake.</source>
      <translation>{address} 在 TLS 握手期间断开了连接。</translation>
    </message>
    <message>
      <source>{address} was closed: its request did not end in time.</source>
      <translation>{address} 已被断开：它的请求没有及时发完。</translation>
    </message>
    <message>
      <source>{address} was turned away with 503: there are too many connections.</source>
      <translation>{address} 被 503 拒绝：连接太多了。</translation>
    </message>
    <message>
      <source>{code} is no close code: it is a number up to 65535.</source>
      <translation>{code} 不是关闭码：关闭码是不超过 65535 的数。</translation>
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>The file cannot be made: Python could not be started again.</source>
      <translation>无法生成文件：未能再次启动 Python。</translation>
    </message>
    <message>
      <source>The file cannot be made: the library {name} is not installed.</source>
      <translation>无法生成文件：未安装 {name} 库。</translation>
    </message>
    <message>
      <source>The file cannot be made: what makes it has ended too early.</source>
      <translation>无法生成文件：生成进程提前结束。</translation>
    </message>
    <message>
      <source>The picture would have {count} million pixels: choose fewer dots per inch.</source>
      <translation>图片将有 {count} 百万像素，请减少每英寸点数。</translation>
    </message>
    <message>
      <source>“{name}” could not be written: {reason}.</source>
      <translation>无法写入“{name}”：{reason}。</translation>
    </message>
    <message>
      <source>“{name}” does not end in {suffixes}.</source>
      <translation>“{name}”的扩展名不是 {suffixes}。</translation>
    </message>
  </context>
  <context>
    <name>exporting</name>
    <message>
      <source>A handout: {count} steps on {pages} pages of A4, with their words and sections.</source>
      <translation>讲义：{count} 步，共 {pages} 页 A4，附讲解与章节出处。</translation>
    </message>
    <message>
      <source>All steps were written to {path}.</source>
      <translation>全部步骤已写入 {path}。</translation>
    </message>
    <message>
      <source>Everything that crossed the wire, as one sequence diagram.</source>
      <translation>线路上的全部往来，画成一张时序图。</translation>
    </message>
    <message>
      <source>In words</source>
      <translation>文字说明</translation>
    </message>
    <message>
      <source>Nothing was written.</source>
      <translation>没有写入任何文件。</translation>
    </message>
    <message>
      <source>One page with a player, in both languages. It needs no network, and it can be printed.</source>
      <translation>一个带播放器的网页，含两种语言，无需联网，也可打印。</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
      <source>Step {number} of {count}</source>
      <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
      <source>The SVG document was copied.</source>
      <translation>SVG 文档已复制。</translation>
    </message>
    <message>
      <source>The description was copied.</source>
      <translation>说明已复制。</translation>
    </message>
    <message>
      <source>The figure was copied.</source>
      <translation>图已复制。</translation>
    </message>
    <message>
      <source>The figure was written to {path}.</source>
      <translation>图已写入 {path}。</translation>
    </message>
    <message>
      <source>The picture was copied.</source>
      <translation>图片已复制。</translation>
    </message>
    <message>
      <source>The text was copied.</source>
      <translation>文本已复制。</translation>
    </message>
    <message>
      <source>Writing {name}</source>
      <translation>正在写入 {name}</translation>
    </message>
    <message>
      <source>{count} steps as one moving picture of 256 colours.</source>
      <translation>{count} 步合成一张 256 色动图。</translation>
    </message>
    <message>
      <source>{count} steps as one moving picture of all colours, for browsers.</source>
      <translation>{count} 步合成一张全彩动图，供浏览器显示。</translation>
    </message>
    <message>
      <source>{width} × {height} mm.</source>
      <translation>{width} × {height} 毫米。</translation>
    </message>
    <message>
      <source>{width} × {height} mm. The smallest letters have {points} pt.</source>
      <translation>{width} × {height} 毫米。最小的字为 {points} 磅。</translation>
    </message>
    <message>
      <source>{width} × {height} mm. The smallest letters have {points} pt: too small for print.</source>
      <translation>{width} × {height} 毫米。最小的字为 {points} 磅，印刷后难以看清。</translation>
    </message>
    <message>
      <source>{width} × {height} pixels.</source>
      <translation>{width} × {height} 像素。</translation>
    </message>
  </context>
  <context>
    <name>extensions</name>
    <message>
      <source>A quoted value has no closing quote.</source>
      <translation>带引号的值缺少右引号。</translation>
    </message>
    <message>
      <source>A quoted value holds a character that no token has, or nothing.</source>
      <translation>带引号的值为空，或含有 token 中不允许的字符。</translation>
    </message>
    <message>
      <source>After a semicolon comes the name of a parameter.</source>
      <translation>分号之后要有参数的名称。</translation>
    </message>
    <message>
      <source>After an equals sign comes a value.</source>
      <translation>等号之后要有一个值。</translation>
    </message>
    <message>
      <source>An extension starts with a name.</source>
      <translation>扩展要以名称开头。</translation>
    </message>
    <message>
      <source>Between two extensions stands a comma, before a parameter a semicolon.</source>
      <translation>两个扩展之间用逗号，参数之前用分号。</translation>
    </message>
    <message>
      <source>The list names no extension.</source>
      <translation>列表中没有任何扩展。</translation>
    </message>
  </context>
  <context>
    <name>figures</name>
    <message>
      <source> = W{s0} ⊕ W{s1} ⊕ W{s2} ⊕ W{s3}, rotated left by 1 bit</source>
      <translation> = W{s0} ⊕ W{s1} ⊕ W{s2} ⊕ W{s3}，循环左移 1 位</translation>
    </message>
    <message>
      <source> is word {t} of the block: bytes {first} to {last}</source>
      <translation> 是块中的字 {t}：字节 {first} 到 {last}</translation>
    </message>
    <message>
      <source> or </source>
      <translation> 或 </translation>
    </message>
    <message>
      <source> · </source>
      <translation> · </translation>
    </message>
    <message numerus="yes">
      <source>%n bytes</source>
      <translation>
        <numerusform>%n 字节</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n data frame(s) after its Close</source>
      <translation>
        <numerusform>Close 之后仍发 %n 个数据帧</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n do not apply</source>
      <translation>
        <numerusform>%n 条不适用</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier</source>
      <translation>
        <numerusform>之前 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n header lines</source>
      <translation>
        <numerusform>%n 行首部</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n later</source>
      <translation>
        <numerusform>之后 %n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n steps are the same</source>
      <translation>
        <numerusform>前 %n 步相同</numerusform>
      </translation>
    </message>
    <message>
      <source>+ {count} bytes of TLS</source>
      <translation>+ TLS 的 {count} 字节</translation>
    </message>
    <message>
      <source>+{number} ms</source>
      <translation>+{number} 毫秒</translation>
    </message>
    <message>
      <source>+{number} s</source>
      <translation>+{number} 秒</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>, a reason that is not UTF-8: {bytes}</source>
      <translation>，原因不是 UTF-8：{bytes}</translation>
    </message>
    <message>
      <source>, no reason</source>
      <translation>，没有原因</translation>
    </message>
    <message>
      <source>, reason “{reason}”</source>
      <translation>，原因“{reason}”</translation>
    </message>
    <message>
      <source>, then bits of the code point</source>
      <translation>，其余是码点的位</translation>
    </message>
    <message>
      <source>0 to 125 bytes</source>
      <translation>0 到 125 字节</translation>
    </message>
    <message>
      <source>1 bit</source>
      <translation>1 位</translation>
    </message>
    <message>
      <source>1 byte</source>
      <translation>1 字节</translation>
    </message>
    <message>
      <source>1 byte, ASCII</source>
      <translation>1 字节，ASCII</translation>
    </message>
    <message>
      <source>1 socket</source>
      <translation>1 个套接字</translation>
    </message>
    <message>
      <source>1006 is sent to the peer</source>
      <translation>1006 会发送给对方</translation>
    </message>
    <message>
      <source>101 received</source>
      <translation>已收到 101</translation>
    </message>
    <message>
      <source>101 sent</source>
      <translation>已发送 101</translation>
    </message>
    <message>
      <source>101: taken</source>
      <translation>101：接受</translation>
    </message>
    <message>
      <source>126 means: the next 2 bytes tell the length.</source>
      <translation>126 表示：长度由后面 2 个字节给出。</translation>
    </message>
    <message>
      <source>126 says that the length stands in the next 2 bytes: 126 to 65535 bytes.</source>
      <translation>126 表示长度在后面 2 个字节里：126 到 65535 字节。</translation>
    </message>
    <message>
      <source>126: 2 more bytes</source>
      <translation>126：后面 2 字节</translation>
    </message>
    <message>
      <source>126: the length is in the next 2 bytes</source>
      <translation>126：长度在后面 2 个字节里</translation>
    </message>
    <message>
      <source>127 means: the next 8 bytes tell the length.</source>
      <translation>127 表示：长度由后面 8 个字节给出。</translation>
    </message>
    <message>
      <source>127 says that the length stands in the next 8 bytes: 65536 bytes and more.</source>
      <translation>127 表示长度在后面 8 个字节里：65536 字节以上。</translation>
    </message>
    <message>
      <source>127: 8 more bytes</source>
      <translation>127：后面 8 字节</translation>
    </message>
    <message>
      <source>127: the length is in the next 8 bytes</source>
      <translation>127：长度在后面 8 个字节里</translation>
    </message>
    <message>
      <source>16 bits if payload length is 126, 64 if it is 127</source>
      <translation>载荷长度为 126 时 16 位，为 127 时 64 位</translation>
    </message>
    <message>
      <source>16 random bytes as 24 base64 characters, new each time</source>
      <translation>16 个随机字节 → 24 个 base64 字符，每次重新生成</translation>
    </message>
    <message>
      <source>16 words grow to 80</source>
      <translation>16 个字扩展为 80 个</translation>
    </message>
    <message>
      <source>16-bit length follows</source>
      <translation>后接 16 位长度</translation>
    </message>
    <message>
      <source>160 bits: base64 takes them six at a time</source>
      <translation>160 位：base64 每次取六位</translation>
    </message>
    <message>
      <source>2-byte header</source>
      <translation>2 字节帧头</translation>
    </message>
    <message>
      <source>20 bytes</source>
      <translation>20 字节</translation>
    </message>
    <message>
      <source>20 bytes become 28 characters: {accept}</source>
      <translation>20 个字节变成 28 个字符：{accept}</translation>
    </message>
    <message>
      <source>32 bits, if MASK is 1</source>
      <translation>MASK 为 1 时，32 位</translation>
    </message>
    <message>
      <source>4 bits</source>
      <translation>4 位</translation>
    </message>
    <message>
      <source>4 characters → bytes</source>
      <translation>每 4 字符 → 字节数</translation>
    </message>
    <message>
      <source>503: turned away</source>
      <translation>503：拒绝</translation>
    </message>
    <message>
      <source>64-bit length follows</source>
      <translation>后接 64 位长度</translation>
    </message>
    <message>
      <source>7 bits</source>
      <translation>7 位</translation>
    </message>
    <message>
      <source>80 per block</source>
      <translation>每块 80 个</translation>
    </message>
    <message>
      <source>; a page sees neither status nor body</source>
      <translation>；页面看不到状态码，也看不到正文</translation>
    </message>
    <message>
      <source>; does not have “{text}”</source>
      <translation>，没有收到“{text}”</translation>
    </message>
    <message>
      <source>; has “{text}”</source>
      <translation>，收到了“{text}”</translation>
    </message>
    <message>
      <source>= 1</source>
      <translation>= 1</translation>
    </message>
    <message>
      <source>= on the wire</source>
      <translation>= 线路上</translation>
    </message>
    <message>
      <source>= payload[i]</source>
      <translation>= 载荷[i]</translation>
    </message>
    <message>
      <source>= stands for six bits that are missing</source>
      <translation>= 代表缺少的六位</translation>
    </message>
    <message>
      <source>= {total}, of which {bit} stays</source>
      <translation>= {total}，留下 {bit}</translation>
    </message>
    <message>
      <source>&gt; {time}</source>
      <translation>&gt; {time}</translation>
    </message>
    <message>
      <source>A block with codes of its own</source>
      <translation>自带编码的块</translation>
    </message>
    <message>
      <source>A block with the fixed codes of RFC 1951</source>
      <translation>使用 RFC 1951 固定编码的块</translation>
    </message>
    <message>
      <source>A block without compression</source>
      <translation>不压缩的块</translation>
    </message>
    <message>
      <source>A broken rule</source>
      <translation>被违反的规则</translation>
    </message>
    <message>
      <source>A cannot tell B</source>
      <translation>A 没法告诉 B</translation>
    </message>
    <message>
      <source>A client meets a server of WebSocket: over HTTP/1.1, and then over HTTP/2.</source>
      <translation>客户端遇到一台 WebSocket 服务器：先用 HTTP/1.1，再用 HTTP/2。</translation>
    </message>
    <message>
      <source>A client must mask every frame that it sends. The server must close the connection.</source>
      <translation>客户端必须给发送的每一帧加掩码。服务器必须关闭连接。</translation>
    </message>
    <message>
      <source>A client without cookie, password or token asks with a key of its own choice.</source>
      <translation>一个没有 cookie、密码和令牌的客户端，用自己挑的密钥请求连接。</translation>
    </message>
    <message>
      <source>A connection is closed when TCP is closed. An end that hears nothing does not know, unless it asks.</source>
      <translation>TCP 关闭了，连接才关闭。什么也听不到的一端不会知道，除非它去问。</translation>
    </message>
    <message>
      <source>A control frame carries at most 125 bytes and is never fragmented.</source>
      <translation>控制帧最多携带 125 字节，从不分片。</translation>
    </message>
    <message>
      <source>A cut before byte {place}. Click to join, drag to move it.</source>
      <translation>字节 {place} 之前有一处切口。点击可合并，拖动可移动。</translation>
    </message>
    <message>
      <source>A data message may be cut into fragments.</source>
      <translation>数据消息可以分片。</translation>
    </message>
    <message>
      <source>A frame of {size} bytes, masked with {key}: “{text}”</source>
      <translation>{size} 字节的帧，掩码 {key}：“{text}”</translation>
    </message>
    <message>
      <source>A frame of {size} bytes, not masked: “{text}”</source>
      <translation>{size} 字节的帧，无掩码：“{text}”</translation>
    </message>
    <message>
      <source>A frame {direction}, {size} bytes: FIN {fin}, RSV {rsv:03b}, opcode {opcode}, MASK {mask}, payload length {length}. Bytes: {bytes}.</source>
      <translation>{direction}的帧，{size} 字节：FIN {fin}，RSV {rsv:03b}，操作码 {opcode}，MASK {mask}，载荷长度 {length}。字节：{bytes}。</translation>
    </message>
    <message>
      <source>A masked {kind} frame from client to server, {size} bytes, {content}.</source>
      <translation>客户端发往服务器的带掩码{kind}帧，共 {size} 字节，{content}。</translation>
    </message>
    <message>
      <source>A masked {kind} frame from server to client, {size} bytes, {content}.</source>
      <translation>服务器发往客户端的带掩码{kind}帧，共 {size} 字节，{content}。</translation>
    </message>
    <message>
      <source>A message is one frame or more, and FIN ends it. A control frame is no message: no program gets it.</source>
      <translation>一条消息有一个或多个帧，以 FIN 结束。控制帧不是消息，程序得不到它。</translation>
    </message>
    <message>
      <source>A padding bit: zero, not part of the digest</source>
      <translation>填充位：值为 0，不属于摘要</translation>
    </message>
    <message>
      <source>A page may connect to any origin, and read. The browser adds Origin; the server has to refuse.</source>
      <translation>页面可以连接任何来源，并读取内容。浏览器写上 Origin，拒绝要由服务器来做。</translation>
    </message>
    <message>
      <source>A page of another origin connects to a server that does not look at Origin.</source>
      <translation>另一个来源的页面连接一台不看 Origin 的服务器。</translation>
    </message>
    <message>
      <source>A room on two nodes</source>
      <translation>两个节点上的一个房间</translation>
    </message>
    <message>
      <source>A server must not mask the frames that it sends. The client must close the connection.</source>
      <translation>服务器发送的帧不得带掩码。客户端必须关闭连接。</translation>
    </message>
    <message>
      <source>A server’s program asks every few seconds whether the client is still there.</source>
      <translation>服务器的程序每隔几秒问一次客户端是否还在。</translation>
    </message>
    <message>
      <source>A text frame: {text}</source>
      <translation>文本帧：{text}</translation>
    </message>
    <message>
      <source>A token, opened</source>
      <translation>拆开的令牌</translation>
    </message>
    <message>
      <source>ASCII</source>
      <translation>ASCII</translation>
    </message>
    <message>
      <source>ASCII, case-insensitive</source>
      <translation>ASCII，不区分大小写</translation>
    </message>
    <message>
      <source>Abnormal closure</source>
      <translation>异常关闭</translation>
    </message>
    <message>
      <source>Accept answers this key</source>
      <translation>Accept 与这个密钥对应</translation>
    </message>
    <message>
      <source>Accept key, stage {number} of 6: {name}</source>
      <translation>Accept 值，第 {number} 阶段（共 6 个）：{name}</translation>
    </message>
    <message>
      <source>Accept key: from the answer back</source>
      <translation>Accept 值：从应答往回走</translation>
    </message>
    <message>
      <source>Accept key: the answer is compared</source>
      <translation>Accept 值：比较应答</translation>
    </message>
    <message>
      <source>Add them up</source>
      <translation>相加</translation>
    </message>
    <message>
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>After 1 round: {count} of {bits} bits differ</source>
      <translation>第一轮之后：{bits} 个比特中有 {count} 个不同</translation>
    </message>
    <message>
      <source>After the handshake each side sends when it likes. There is one HTTP request: the handshake itself.</source>
      <translation>握手之后，双方随时都可以发送。HTTP 请求只有一个：握手本身。</translation>
    </message>
    <message>
      <source>After {rounds} rounds: {count} of {bits} bits differ</source>
      <translation>{rounds} 轮之后：{bits} 个比特中有 {count} 个不同</translation>
    </message>
    <message>
      <source>Agreed in the handshake</source>
      <translation>握手中商定</translation>
    </message>
    <message>
      <source>Agreed: subprotocol {protocol}.</source>
      <translation>已商定：子协议 {protocol}。</translation>
    </message>
    <message>
      <source>All 28 characters are equal</source>
      <translation>28 个字符全部相同</translation>
    </message>
    <message>
      <source>An odd number of ones makes a 1;</source>
      <translation>1 的个数为奇数，结果就是 1；</translation>
    </message>
    <message>
      <source>An unmasked {kind} frame from client to server, {size} bytes, {content}.</source>
      <translation>客户端发往服务器的无掩码{kind}帧，共 {size} 字节，{content}。</translation>
    </message>
    <message>
      <source>An unmasked {kind} frame from server to client, {size} bytes, {content}.</source>
      <translation>服务器发往客户端的无掩码{kind}帧，共 {size} 字节，{content}。</translation>
    </message>
    <message>
      <source>Answer bit</source>
      <translation>应答比特</translation>
    </message>
    <message>
      <source>Anybody on the way reads</source>
      <translation>途中任何人读到</translation>
    </message>
    <message>
      <source>As it was</source>
      <translation>原来的过程</translation>
    </message>
    <message>
      <source>Attacker’s page</source>
      <translation>攻击者的页面</translation>
    </message>
    <message>
      <source>Attacker’s server</source>
      <translation>攻击者的服务器</translation>
    </message>
    <message>
      <source>Attempt {number} after {delay} s, chosen between {low} and {high} s</source>
      <translation>等待 {delay} 秒后第 {number} 次重连，在 {low} 秒到 {high} 秒之间选取</translation>
    </message>
    <message>
      <source>Bad gateway</source>
      <translation>网关错误</translation>
    </message>
    <message>
      <source>Base64</source>
      <translation>Base64</translation>
    </message>
    <message>
      <source>Before the round</source>
      <translation>本轮之前</translation>
    </message>
    <message>
      <source>Ben is not connected</source>
      <translation>Ben 没有连接</translation>
    </message>
    <message>
      <source>Ben’s program: {text}</source>
      <translation>Ben 的程序：{text}</translation>
    </message>
    <message>
      <source>Big messages are always split into frames</source>
      <translation>大消息总会拆成多个帧</translation>
    </message>
    <message>
      <source>Bit 0 is the most significant bit of the first byte sent.</source>
      <translation>第 0 位是最先发送的字节的最高位。</translation>
    </message>
    <message>
      <source>Bit {bit} of the answer is {value}; {count} of 128 bits of the key turn it over if they change.</source>
      <translation>应答的第 {bit} 个比特是 {value}；密钥的 128 个比特中有 {count} 个改变时会翻转它。</translation>
    </message>
    <message>
      <source>Bit {bit} of the digest is {value}</source>
      <translation>摘要的第 {bit} 个比特是 {value}</translation>
    </message>
    <message>
      <source>Bit {bit} of the key</source>
      <translation>密钥的第 {bit} 个比特</translation>
    </message>
    <message>
      <source>Bit {bit} of the key turned: {count} bit of the text</source>
      <translation>翻转密钥的第 {bit} 个比特：文本变了 {count} 个比特</translation>
    </message>
    <message>
      <source>Bit {bit} of the key turned: {count} bits of the text</source>
      <translation>翻转密钥的第 {bit} 个比特：文本变了 {count} 个比特</translation>
    </message>
    <message>
      <source>Bit {bit}: {sum}</source>
      <translation>位 {bit}：{sum}</translation>
    </message>
    <message>
      <source>Block</source>
      <translation>块</translation>
    </message>
    <message>
      <source>Block {block}</source>
      <translation>块 {block}</translation>
    </message>
    <message>
      <source>Block {block}, bytes {first} to {last}</source>
      <translation>块 {block}，字节 {first} 到 {last}</translation>
    </message>
    <message>
      <source>Block {block}, round {t}: {count} of {bits} bits differ.</source>
      <translation>第 {block} 块，第 {t} 轮：{bits} 个比特中有 {count} 个不同。</translation>
    </message>
    <message>
      <source>Block {block}, round {t}: {function}. The sum {sum} becomes a.</source>
      <translation>块 {block}，第 {t} 轮：{function}。和 {sum} 成为新的 a。</translation>
    </message>
    <message>
      <source>Both ride on the same TCP connection, and TCP hands its bytes on in the order in which they were written.</source>
      <translation>两者走的是同一条 TCP 连接，TCP 按写入的次序交出字节。</translation>
    </message>
    <message>
      <source>Both sides agree on permessage-deflate, and the client sends a text.</source>
      <translation>双方商定 permessage-deflate，客户端发出一条文本。</translation>
    </message>
    <message>
      <source>Broken rule: {rule}. Close code {code}.</source>
      <translation>违反规则：{rule}。关闭码 {code}。</translation>
    </message>
    <message>
      <source>Broken: {rule}</source>
      <translation>违反规则：{rule}</translation>
    </message>
    <message>
      <source>Broken: {rule} (RFC {rfc} section {section})</source>
      <translation>违反：{rule}（RFC {rfc} 第 {section} 节）</translation>
    </message>
    <message>
      <source>Broken: {rule}.</source>
      <translation>违反：{rule}。</translation>
    </message>
    <message>
      <source>Broken: {rule}. RFC {rfc} section {section}</source>
      <translation>违反：{rule}。RFC {rfc} 第 {section} 节</translation>
    </message>
    <message>
      <source>Broker</source>
      <translation>消息代理</translation>
    </message>
    <message>
      <source>Broker: {name}</source>
      <translation>消息代理：{name}</translation>
    </message>
    <message>
      <source>Browser</source>
      <translation>浏览器</translation>
    </message>
    <message>
      <source>Browser of {user}</source>
      <translation>{user} 的浏览器</translation>
    </message>
    <message>
      <source>Byte {byte} is missing.</source>
      <translation>字节 {byte} 缺失。</translation>
    </message>
    <message>
      <source>Byte {byte}, 0x{value:02x}: payload byte {place}, masked; 0x{plain:02x} unmasked.</source>
      <translation>字节 {byte}，0x{value:02x}：载荷字节 {place}，已掩码；去掩码后为 0x{plain:02x}。</translation>
    </message>
    <message>
      <source>Byte {byte}, 0x{value:02x}: {fields}.</source>
      <translation>字节 {byte}，0x{value:02x}：{fields}。</translation>
    </message>
    <message>
      <source>Byte {byte}, in the payload, breaks it.</source>
      <translation>违反规则的是载荷中的字节 {byte}。</translation>
    </message>
    <message>
      <source>Byte {index} has not been read yet.</source>
      <translation>字节 {index} 还没有读取。</translation>
    </message>
    <message>
      <source>Byte {index}, 0x{value:02x}, binary {bits:08b}: {kind}.</source>
      <translation>字节 {index}，0x{value:02x}，二进制 {bits:08b}：{kind}。</translation>
    </message>
    <message>
      <source>Byte {index}, 0x{value:02x}.</source>
      <translation>字节 {index}，0x{value:02x}。</translation>
    </message>
    <message>
      <source>Byte {number} of the digest: {byte}</source>
      <translation>摘要的第 {number} 个字节：{byte}</translation>
    </message>
    <message>
      <source>Byte {number} of the payload: {hex}, its lowest bit first</source>
      <translation>载荷的第 {number} 字节：{hex}，最低位在前</translation>
    </message>
    <message>
      <source>Byte {number}: {code}, {kind}</source>
      <translation>字节 {number}：{code}，{kind}</translation>
    </message>
    <message>
      <source>Bytes</source>
      <translation>字节</translation>
    </message>
    <message>
      <source>Bytes delivered</source>
      <translation>交付的字节数</translation>
    </message>
    <message>
      <source>Bytes from page to server</source>
      <translation>从页面到服务器的字节</translation>
    </message>
    <message>
      <source>Bytes from server to page</source>
      <translation>从服务器到页面的字节</translation>
    </message>
    <message>
      <source>Bytes missing at its end: {count}.</source>
      <translation>末尾缺少的字节数：{count}。</translation>
    </message>
    <message>
      <source>Bytes of its header</source>
      <translation>帧头的字节数</translation>
    </message>
    <message>
      <source>Bytes of the client after that</source>
      <translation>此后客户端发出的字节</translation>
    </message>
    <message>
      <source>Bytes {first} to {last}, in the payload, break it.</source>
      <translation>违反规则的是载荷中的字节 {first} 至 {last}。</translation>
    </message>
    <message>
      <source>CLOSED is the end of a connection. A program that wants another one opens it, after a random while.</source>
      <translation>CLOSED 是一条连接的终点。程序想要另一条，就随机等一会儿再打开。</translation>
    </message>
    <message>
      <source>Character {number}, {side}: {letter}</source>
      <translation>第 {number} 个字符，{side}：{letter}</translation>
    </message>
    <message>
      <source>Character {place} of the answer</source>
      <translation>应答的第 {place} 个字符</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>字符</translation>
    </message>
    <message>
      <source>Chat server</source>
      <translation>聊天服务器</translation>
    </message>
    <message>
      <source>Claims, put to the test</source>
      <translation>逐个检验的说法</translation>
    </message>
    <message>
      <source>Click between two bytes to cut or to join; drag a cut to move it.</source>
      <translation>点击两个字节之间可切开或合并；拖动切口可移动它。</translation>
    </message>
    <message>
      <source>Client</source>
      <translation>客户端</translation>
    </message>
    <message>
      <source>Client program</source>
      <translation>客户端程序</translation>
    </message>
    <message>
      <source>Client {client}, server {server}.</source>
      <translation>客户端 {client}，服务器 {server}。</translation>
    </message>
    <message>
      <source>Client → server</source>
      <translation>客户端 → 服务器</translation>
    </message>
    <message>
      <source>Client: {what}</source>
      <translation>客户端：{what}</translation>
    </message>
    <message>
      <source>Client’s checklist</source>
      <translation>客户端的检查清单</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Close code {code}, {name}: may be sent</source>
      <translation>关闭码 {code}，{name}：可以发送</translation>
    </message>
    <message>
      <source>Close code {code}, {name}: never in a Close frame</source>
      <translation>关闭码 {code}，{name}：不得出现在 Close 帧中</translation>
    </message>
    <message>
      <source>Close code {code}, {name}: {meaning}; {senders}; told to: {told}</source>
      <translation>关闭码 {code}，{name}：{meaning}；{senders}；告知：{told}</translation>
    </message>
    <message>
      <source>Close codes</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>Close codes run from 0</source>
      <translation>关闭码从 0 开始</translation>
    </message>
    <message>
      <source>Close frames before it</source>
      <translation>之前的 Close 帧</translation>
    </message>
    <message>
      <source>Close frames on the wire</source>
      <translation>线路上的 Close 帧</translation>
    </message>
    <message>
      <source>Close {code}</source>
      <translation>Close {code}</translation>
    </message>
    <message>
      <source>Closing handshake</source>
      <translation>关闭握手</translation>
    </message>
    <message>
      <source>Coming back</source>
      <translation>重新连接</translation>
    </message>
    <message>
      <source>Compression answers the offer</source>
      <translation>压缩的应答与提议相符</translation>
    </message>
    <message>
      <source>Compression: accept one offer</source>
      <translation>压缩：接受其中一项提议</translation>
    </message>
    <message>
      <source>Compression: {message}</source>
      <translation>压缩：{message}</translation>
    </message>
    <message>
      <source>Computed from key and GUID</source>
      <translation>由密钥和 GUID 算出</translation>
    </message>
    <message>
      <source>Connection lists “Upgrade”</source>
      <translation>Connection 含 Upgrade</translation>
    </message>
    <message>
      <source>Connection states</source>
      <translation>连接状态</translation>
    </message>
    <message>
      <source>Connection {number} is OPEN</source>
      <translation>第 {number} 条连接处于 OPEN</translation>
    </message>
    <message>
      <source>Content-Length is 0</source>
      <translation>Content-Length 为 0</translation>
    </message>
    <message>
      <source>Context takeover</source>
      <translation>上下文接管</translation>
    </message>
    <message>
      <source>Control frame between them</source>
      <translation>中间的控制帧</translation>
    </message>
    <message>
      <source>Control frames</source>
      <translation>控制帧</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>对话</translation>
    </message>
    <message>
      <source>Cookie</source>
      <translation>Cookie</translation>
    </message>
    <message>
      <source>Cookie: it is {user}</source>
      <translation>Cookie：是 {user}</translation>
    </message>
    <message>
      <source>Cookie: none came</source>
      <translation>Cookie：没有来</translation>
    </message>
    <message>
      <source>Cookie: not accepted</source>
      <translation>Cookie：不接受</translation>
    </message>
    <message>
      <source>Cookies, passwords, tokens</source>
      <translation>cookie、密码、令牌</translation>
    </message>
    <message>
      <source>Counted from the recordings: the payload of TCP, without the headers of TCP and IP.</source>
      <translation>从记录里数出来：只算 TCP 载荷，不算 TCP 和 IP 的首部。</translation>
    </message>
    <message>
      <source>Data frames</source>
      <translation>数据帧</translation>
    </message>
    <message>
      <source>Delay of the events, mean and each</source>
      <translation>事件的延迟：平均与各次</translation>
    </message>
    <message>
      <source>Delivered before the cut</source>
      <translation>断网之前交付</translation>
    </message>
    <message>
      <source>Digest</source>
      <translation>摘要</translation>
    </message>
    <message>
      <source>Each connection has a key of its own</source>
      <translation>每条连接都有自己的密钥</translation>
    </message>
    <message>
      <source>Each direction carries one message after the other. Between its fragments only control frames may come.</source>
      <translation>每个方向上，消息一条接着一条。分片之间只允许出现控制帧。</translation>
    </message>
    <message>
      <source>Each payload byte is XORed with one byte of the masking key.</source>
      <translation>每个载荷字节与掩码密钥中的一个字节异或。</translation>
    </message>
    <message>
      <source>Each payload byte is XORed with one byte of the masking key: {plain} becomes {wire}.</source>
      <translation>每个载荷字节与掩码密钥中的一个字节异或：{plain} 变为 {wire}。</translation>
    </message>
    <message>
      <source>End of TCP</source>
      <translation>TCP 的结束</translation>
    </message>
    <message>
      <source>Event {number} comes to the page after {time}</source>
      <translation>第 {number} 个事件过了 {time} 到达页面</translation>
    </message>
    <message>
      <source>Event {number} comes up at the server after {time}: “{text}”</source>
      <translation>{time} 时服务器上出现第 {number} 个事件：“{text}”</translation>
    </message>
    <message>
      <source>Event {number} has not come to the page yet</source>
      <translation>第 {number} 个事件还没到页面</translation>
    </message>
    <message>
      <source>Every HTTP/2 server takes WebSocket</source>
      <translation>支持 HTTP/2 就支持 WebSocket</translation>
    </message>
    <message>
      <source>Every frame is one message</source>
      <translation>一个帧就是一条消息</translation>
    </message>
    <message>
      <source>Every gzip file begins with</source>
      <translation>gzip 文件的开头</translation>
    </message>
    <message>
      <source>Everybody reads this, too</source>
      <translation>这些也人人可读</translation>
    </message>
    <message>
      <source>Expected: computed from the client’s own key</source>
      <translation>期望值：由客户端自己的密钥算出</translation>
    </message>
    <message>
      <source>Expected: {expected}.</source>
      <translation>期望值：{expected}。</translation>
    </message>
    <message>
      <source>Expected: {expected}. Sent: {sent}. {count} characters differ.</source>
      <translation>期望值：{expected}。实际发送：{sent}。有 {count} 个字符不同。</translation>
    </message>
    <message>
      <source>Extensions were offered</source>
      <translation>扩展是提议过的</translation>
    </message>
    <message>
      <source>Extensions: accept some or none</source>
      <translation>扩展：接受一些或都不接受</translation>
    </message>
    <message>
      <source>FIN is 0: it is not the last fragment of its message.</source>
      <translation>FIN 为 0：它不是该消息的最后一个分片。</translation>
    </message>
    <message>
      <source>FIN of the first data frame</source>
      <translation>第一个数据帧的 FIN</translation>
    </message>
    <message>
      <source>Fields of it that name a stream</source>
      <translation>其中写明流的字段</translation>
    </message>
    <message>
      <source>Figure {number}.</source>
      <translation>图 {number}</translation>
    </message>
    <message>
      <source>First frame</source>
      <translation>第一个帧</translation>
    </message>
    <message>
      <source>First frame, sent by</source>
      <translation>第一个帧的发送方</translation>
    </message>
    <message>
      <source>Four bytes, new and unpredictable in every frame, that mask the payload.</source>
      <translation>四个字节，每一帧都重新生成且不可预测，用来给载荷加掩码。</translation>
    </message>
    <message>
      <source>Four ways to the page</source>
      <translation>通往页面的四种方式</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>Frame on the wire</source>
      <translation>线路上的帧</translation>
    </message>
    <message>
      <source>Frame {number}</source>
      <translation>帧 {number}</translation>
    </message>
    <message>
      <source>Frame {number} of the client has not been sent yet. Its first two bytes will say what it is and how long.</source>
      <translation>客户端的第 {number} 帧尚未发送。它的前两个字节会说明它是什么、有多长。</translation>
    </message>
    <message>
      <source>Frame {number} of the server has not been sent yet. Its first two bytes will say what it is and how long.</source>
      <translation>服务器的第 {number} 帧尚未发送。它的前两个字节会说明它是什么、有多长。</translation>
    </message>
    <message>
      <source>Frame {number} {direction}: {opcode}</source>
      <translation>第 {number} 帧，{direction}：{opcode}</translation>
    </message>
    <message>
      <source>Frames by opcode</source>
      <translation>各操作码的帧数</translation>
    </message>
    <message>
      <source>Frames from server to client are never masked.</source>
      <translation>服务器发往客户端的帧从不带掩码。</translation>
    </message>
    <message>
      <source>Frames may go both ways</source>
      <translation>帧可以双向传送</translation>
    </message>
    <message>
      <source>Frames of the client before</source>
      <translation>客户端在此之前的帧</translation>
    </message>
    <message>
      <source>Frames of the message</source>
      <translation>消息的帧数</translation>
    </message>
    <message>
      <source>Frames on the wire</source>
      <translation>线路上的帧</translation>
    </message>
    <message>
      <source>Frames per second</source>
      <translation>每秒帧数</translation>
    </message>
    <message>
      <source>Frames that carry {code}</source>
      <translation>带有 {code} 的帧</translation>
    </message>
    <message>
      <source>Frames, byte for byte as over HTTP/1.1</source>
      <translation>与 HTTP/1.1 上逐字节相同的帧</translation>
    </message>
    <message>
      <source>From how far back, {distance} bytes: the code {digits}, extra bits: {extra}</source>
      <translation>往回多远，{distance} 字节：编码 {digits}，附加 {extra} 位</translation>
    </message>
    <message>
      <source>From now on</source>
      <translation>从现在起</translation>
    </message>
    <message>
      <source>From one ping to the next</source>
      <translation>两个 ping 相隔</translation>
    </message>
    <message>
      <source>From {first} to {last}: places with violations {violations}, with warnings {warnings}, gaps {gaps}.</source>
      <translation>从 {first} 到 {last}：违规 {violations} 处，警告 {warnings} 处，缺口 {gaps} 处。</translation>
    </message>
    <message>
      <source>GET</source>
      <translation>GET</translation>
    </message>
    <message>
      <source>GUID, {count} characters</source>
      <translation>GUID，{count} 个字符</translation>
    </message>
    <message>
      <source>Genuine server</source>
      <translation>真正的服务器</translation>
    </message>
    <message>
      <source>Going away</source>
      <translation>离开</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>组</translation>
    </message>
    <message>
      <source>Group {number} of 7: {bytes} become {characters}.</source>
      <translation>第 {number} 组（共 7 组）：{bytes} 变成 {characters}。</translation>
    </message>
    <message>
      <source>HMAC-SHA-256, 32 bytes</source>
      <translation>HMAC-SHA-256，32 字节</translation>
    </message>
    <message>
      <source>HTTP request</source>
      <translation>HTTP 请求</translation>
    </message>
    <message>
      <source>HTTP request {number}</source>
      <translation>HTTP 请求 {number}</translation>
    </message>
    <message>
      <source>HTTP requests</source>
      <translation>HTTP 请求</translation>
    </message>
    <message>
      <source>HTTP requests in all</source>
      <translation>HTTP 请求总数</translation>
    </message>
    <message>
      <source>HTTP response</source>
      <translation>HTTP 响应</translation>
    </message>
    <message>
      <source>HTTP response {number}</source>
      <translation>HTTP 响应 {number}</translation>
    </message>
    <message>
      <source>HTTP sends its packets out of order, WebSocket keeps them in order</source>
      <translation>HTTP 的包会乱序到达，WebSocket 的包保持次序</translation>
    </message>
    <message>
      <source>HTTP version</source>
      <translation>HTTP 版本</translation>
    </message>
    <message>
      <source>HTTP version is 1.1 or higher</source>
      <translation>HTTP 版本为 1.1 或更高</translation>
    </message>
    <message>
      <source>HTTP/2 has no Upgrade, so no WebSocket</source>
      <translation>HTTP/2 没有 Upgrade，所以没有 WebSocket</translation>
    </message>
    <message>
      <source>HTTP/2 has no Upgrade. An extended CONNECT makes one stream the way, and the frames on it are the same.</source>
      <translation>HTTP/2 没有 Upgrade。扩展 CONNECT 把一条流变成通路，上面的帧是一样的。</translation>
    </message>
    <message>
      <source>Half true</source>
      <translation>半对</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>头</translation>
    </message>
    <message>
      <source>Heartbeat</source>
      <translation>心跳</translation>
    </message>
    <message>
      <source>Hex</source>
      <translation>Hex</translation>
    </message>
    <message>
      <source>Honest page</source>
      <translation>老实的页面</translation>
    </message>
    <message>
      <source>Host names this server</source>
      <translation>Host 指向本服务器</translation>
    </message>
    <message>
      <source>Host of the server</source>
      <translation>服务器的 Host</translation>
    </message>
    <message>
      <source>How much is copied, {length} bytes: the code {digits}, extra bits: {extra}</source>
      <translation>复制多少，{length} 字节：编码 {digits}，附加 {extra} 位</translation>
    </message>
    <message>
      <source>H{row} of block {block}: {before} + {register} = {after} mod 2^32</source>
      <translation>块 {block} 的 H{row}：{before} + {register} = {after} mod 2^32</translation>
    </message>
    <message>
      <source>If the network fails, onclose fires at once</source>
      <translation>断网时 onclose 立刻触发</translation>
    </message>
    <message>
      <source>In its cache</source>
      <translation>它的缓存里</translation>
    </message>
    <message>
      <source>In the digest: {count} of {bits} bits differ</source>
      <translation>摘要中：{bits} 个比特中有 {count} 个不同</translation>
    </message>
    <message>
      <source>In the last second {up} frames went from client to server and {down} from server to client.</source>
      <translation>上一秒有 {up} 帧从客户端发往服务器，{down} 帧从服务器发往客户端。</translation>
    </message>
    <message>
      <source>Inside: the two ends only</source>
      <translation>里面：只有两端知道</translation>
    </message>
    <message>
      <source>Inside: {inside}.</source>
      <translation>里面：{inside}。</translation>
    </message>
    <message>
      <source>Internal error</source>
      <translation>内部错误</translation>
    </message>
    <message>
      <source>Invalid data</source>
      <translation>数据无效</translation>
    </message>
    <message>
      <source>Invalid payload data</source>
      <translation>无效的数据</translation>
    </message>
    <message>
      <source>It breaks a rule of section {section}: {rule}.</source>
      <translation>它违反了第 {section} 节的规则：{rule}。</translation>
    </message>
    <message>
      <source>It hashes</source>
      <translation>它求散列的是</translation>
    </message>
    <message>
      <source>It is a sum: H{word} before the block + register {letter}</source>
      <translation>它是一个和：块之前的 H{word} + 寄存器 {letter}</translation>
    </message>
    <message>
      <source>It must not stand in any Close frame. Each end tells it to its own program when it has received no Close.</source>
      <translation>它不得出现在任何 Close 帧里。没有收到 Close 时，每一端把它告诉自己的程序。</translation>
    </message>
    <message>
      <source>It names no reaction.</source>
      <translation>没有规定反应。</translation>
    </message>
    <message>
      <source>Its length field</source>
      <translation>它的长度字段</translation>
    </message>
    <message>
      <source>Its program is told {code}.</source>
      <translation>它的程序得知 {code}。</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>拼接</translation>
    </message>
    <message>
      <source>Joined: {count} bytes, and only these are hashed</source>
      <translation>拼接后：{count} 字节，只对它们求散列</translation>
    </message>
    <message>
      <source>Joined: {text}</source>
      <translation>拼接：{text}</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Key bit</source>
      <translation>密钥比特</translation>
    </message>
    <message>
      <source>Key decodes to 16 bytes</source>
      <translation>Key 解码后正好 16 字节</translation>
    </message>
    <message>
      <source>Key, Upgrade, Connection in it</source>
      <translation>其中的 Key、Upgrade、Connection</translation>
    </message>
    <message>
      <source>Key, four bytes before it</source>
      <translation>密钥，在它前面的四个字节</translation>
    </message>
    <message>
      <source>Layout after RFC 6455, section 5.2.</source>
      <translation>布局依据 RFC 6455 第 5.2 节。</translation>
    </message>
    <message>
      <source>Left out by the sender and put back by the receiver: {bytes}</source>
      <translation>发送方省去、接收方补上：{bytes}</translation>
    </message>
    <message>
      <source>Left out: {count} bytes of payload.</source>
      <translation>省略了 {count} 字节的载荷。</translation>
    </message>
    <message>
      <source>Length of the payload in bytes: {size}.</source>
      <translation>载荷的字节数：{size}。</translation>
    </message>
    <message>
      <source>Length of the payload in bytes: {size}. The most significant byte comes first.</source>
      <translation>载荷的字节数：{size}。最高字节在前。</translation>
    </message>
    <message>
      <source>Line {number}, {text}</source>
      <translation>第 {number} 行，{text}</translation>
    </message>
    <message>
      <source>Line {number}, {text}: {meaning}</source>
      <translation>第 {number} 行，{text}：{meaning}</translation>
    </message>
    <message>
      <source>Link lost</source>
      <translation>连接丢失</translation>
    </message>
    <message>
      <source>Literal {name}: the code {digits}</source>
      <translation>字面量 {name}：编码 {digits}</translation>
    </message>
    <message>
      <source>Long polling</source>
      <translation>长轮询</translation>
    </message>
    <message>
      <source>MASK is 0, so bytes {first} to {last} are plain text on the wire.</source>
      <translation>MASK 为 0，因此字节 {first} 至 {last} 在线路上是明文。</translation>
    </message>
    <message>
      <source>MASK is 0.</source>
      <translation>MASK 为 0。</translation>
    </message>
    <message>
      <source>Mandatory extension</source>
      <translation>必需的扩展</translation>
    </message>
    <message>
      <source>Masking</source>
      <translation>掩码</translation>
    </message>
    <message>
      <source>Masking encrypts</source>
      <translation>掩码就是加密</translation>
    </message>
    <message>
      <source>Message too big</source>
      <translation>消息太大</translation>
    </message>
    <message>
      <source>Message {number}</source>
      <translation>消息 {number}</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>Messages are compressed with gzip</source>
      <translation>消息是用 gzip 压缩的</translation>
    </message>
    <message>
      <source>Messages are compressed.</source>
      <translation>消息经过压缩。</translation>
    </message>
    <message>
      <source>Messages are not compressed.</source>
      <translation>消息不压缩。</translation>
    </message>
    <message>
      <source>Messages delivered</source>
      <translation>交付的消息</translation>
    </message>
    <message>
      <source>Messages like any other</source>
      <translation>普通的消息</translation>
    </message>
    <message>
      <source>Messages that a program got of it</source>
      <translation>程序因此得到的消息</translation>
    </message>
    <message>
      <source>Messages with numbers</source>
      <translation>带编号的消息</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Method is GET</source>
      <translation>方法是 GET</translation>
    </message>
    <message>
      <source>Missing bytes</source>
      <translation>缺失的字节</translation>
    </message>
    <message>
      <source>Missing bytes: {count}, from {time} on</source>
      <translation>缺口 {count} 处，从 {time} 起</translation>
    </message>
    <message>
      <source>More fragments of this message follow.</source>
      <translation>后面还有这条消息的分片。</translation>
    </message>
    <message>
      <source>More fragments would follow, but a control frame is never fragmented.</source>
      <translation>表示后面还有分片，但控制帧从不分片。</translation>
    </message>
    <message>
      <source>Needs extension</source>
      <translation>需要扩展</translation>
    </message>
    <message>
      <source>News</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>No Close has been sent yet</source>
      <translation>还没有发过 Close</translation>
    </message>
    <message>
      <source>No Sec-WebSocket-Key has been read: there is nothing to compute</source>
      <translation>还没有读到 Sec-WebSocket-Key，没有可计算的内容</translation>
    </message>
    <message>
      <source>No Transfer-Encoding</source>
      <translation>没有 Transfer-Encoding</translation>
    </message>
    <message>
      <source>No agreement</source>
      <translation>没有商定</translation>
    </message>
    <message>
      <source>No answer came yet.</source>
      <translation>还没有收到响应。</translation>
    </message>
    <message>
      <source>No code given</source>
      <translation>未给代码</translation>
    </message>
    <message>
      <source>No cut before byte {place}. Click to cut here.</source>
      <translation>字节 {place} 之前没有切口。点击可在此切开。</translation>
    </message>
    <message>
      <source>No frame has been sent yet.</source>
      <translation>还没有发送过帧。</translation>
    </message>
    <message>
      <source>No frame yet</source>
      <translation>还没有帧</translation>
    </message>
    <message>
      <source>No frames were sent in this direction.</source>
      <translation>这个方向上没有发送帧。</translation>
    </message>
    <message>
      <source>No key of 16 bytes has been read.</source>
      <translation>还没有读到 16 字节的密钥。</translation>
    </message>
    <message>
      <source>No masking key, although a client must mask every frame that it sends (RFC 6455 section 5.1).</source>
      <translation>没有掩码密钥，而客户端必须给发送的每一帧加掩码（RFC 6455 第 5.1 节）。</translation>
    </message>
    <message>
      <source>No masking key: a server sends its frames unmasked, only a client masks (RFC 6455 section 5.1).</source>
      <translation>没有掩码密钥：服务器发送的帧不带掩码，只有客户端加掩码（RFC 6455 第 5.1 节）。</translation>
    </message>
    <message>
      <source>No message was sent in this direction.</source>
      <translation>这个方向上没有发送消息。</translation>
    </message>
    <message>
      <source>No page has opened a connection yet.</source>
      <translation>还没有页面打开连接。</translation>
    </message>
    <message>
      <source>No payload: no code is given, and the receiver is told 1005.</source>
      <translation>没有载荷：没有给出关闭码，接收方得到 1005。</translation>
    </message>
    <message>
      <source>No peer is selected.</source>
      <translation>尚未选中对端。</translation>
    </message>
    <message>
      <source>No ping has been sent yet</source>
      <translation>还没有发送 ping</translation>
    </message>
    <message>
      <source>No pong for this ping yet</source>
      <translation>这个 ping 还没有 pong</translation>
    </message>
    <message>
      <source>No request was recorded.</source>
      <translation>没有记录到请求。</translation>
    </message>
    <message>
      <source>No request with a token has been sent.</source>
      <translation>还没有发出带令牌的请求。</translation>
    </message>
    <message>
      <source>No rule is broken</source>
      <translation>没有违反规则</translation>
    </message>
    <message>
      <source>No rule is broken so far.</source>
      <translation>到目前为止没有违反规则。</translation>
    </message>
    <message>
      <source>No status received</source>
      <translation>没有收到关闭码</translation>
    </message>
    <message>
      <source>Node {name}</source>
      <translation>节点 {name}</translation>
    </message>
    <message>
      <source>Node {node} publishes “{text}”: a text, no frame</source>
      <translation>节点 {node} 发布“{text}”：是文本，不是帧</translation>
    </message>
    <message>
      <source>Node.js client</source>
      <translation>Node.js 客户端</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>正常关闭</translation>
    </message>
    <message>
      <source>Normal closure</source>
      <translation>正常关闭</translation>
    </message>
    <message>
      <source>Not judged</source>
      <translation>不作判断</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>Nothing can be computed from this key</source>
      <translation>用这个密钥无法计算</translation>
    </message>
    <message>
      <source>Nothing has been sent yet</source>
      <translation>还没有发送任何内容</translation>
    </message>
    <message>
      <source>Nothing has crossed the wire yet.</source>
      <translation>线路上还没有任何东西。</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选中任何行</translation>
    </message>
    <message>
      <source>Nothing needs to be done.</source>
      <translation>不必做什么。</translation>
    </message>
    <message>
      <source>Nothing was offered yet.</source>
      <translation>还没有提议。</translation>
    </message>
    <message>
      <source>Nothing: all that was sent is in order.</source>
      <translation>没有：发送的一切都符合规则。</translation>
    </message>
    <message>
      <source>Now: {read} bytes have been read.</source>
      <translation>现在：已读取 {read} 个字节。</translation>
    </message>
    <message>
      <source>OPEN {number}</source>
      <translation>OPEN {number}</translation>
    </message>
    <message>
      <source>OPEN {number}, at {time} s</source>
      <translation>OPEN {number}，第 {time} 秒</translation>
    </message>
    <message>
      <source>OPEN: frames may travel both ways</source>
      <translation>OPEN：双方都可以发送帧</translation>
    </message>
    <message>
      <source>OPEN: it may send</source>
      <translation>OPEN：可以发送</translation>
    </message>
    <message>
      <source>Offer and answer</source>
      <translation>提议与应答</translation>
    </message>
    <message>
      <source>Old proxy</source>
      <translation>旧代理</translation>
    </message>
    <message>
      <source>On the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>On the wire, without TLS</source>
      <translation>线路上，没有 TLS</translation>
    </message>
    <message>
      <source>On the wire: everybody on the way sees this</source>
      <translation>线路上：途中人人可见</translation>
    </message>
    <message>
      <source>One bit of the key, and the avalanche</source>
      <translation>密钥的一个比特，以及雪崩</translation>
    </message>
    <message>
      <source>One bit turned</source>
      <translation>翻转一个比特</translation>
    </message>
    <message>
      <source>One byte is too short: a Close body is empty or begins with a 2-byte code.</source>
      <translation>一个字节太短：Close 的内容要么为空，要么以 2 字节的关闭码开头。</translation>
    </message>
    <message>
      <source>One connection multiplexes many streams</source>
      <translation>一条连接多路复用许多流</translation>
    </message>
    <message>
      <source>One conversation twice: over HTTP/1.1, and in a stream of a real HTTP/2 connection.</source>
      <translation>同样的对话进行两次：在 HTTP/1.1 上，以及在真实 HTTP/2 连接的一条流里。</translation>
    </message>
    <message>
      <source>One frame can hold nearly 2⁶³ bytes. A sender may split a message into several frames, and need not.</source>
      <translation>一个帧能装将近 2⁶³ 字节。发送方可以把消息拆成几个帧，也可以不拆。</translation>
    </message>
    <message>
      <source>One record: {size} bytes</source>
      <translation>一条记录：{size} 字节</translation>
    </message>
    <message>
      <source>Only if every character is equal does the connection open.</source>
      <translation>只有每个字符都相同，连接才会打开。</translation>
    </message>
    <message>
      <source>Only one whose settings say so: ENABLE_CONNECT_PROTOCOL is 1. Without that a client may not ask.</source>
      <translation>只有设置里写明 ENABLE_CONNECT_PROTOCOL 为 1 的才支持；没有写明，客户端不可以请求。</translation>
    </message>
    <message>
      <source>Opcode 0x{opcode:x}, reserved. A receiver that does not know it must fail the connection.</source>
      <translation>操作码 0x{opcode:x}，保留。接收方不认识它，就必须使连接失败。</translation>
    </message>
    <message>
      <source>Opcode 0x{opcode:x}, {name}: {payload}.</source>
      <translation>操作码 0x{opcode:x}，{name}：{payload}。</translation>
    </message>
    <message>
      <source>Opcode of the client’s pong</source>
      <translation>客户端 pong 的操作码</translation>
    </message>
    <message>
      <source>Opcode of the server’s ping</source>
      <translation>服务器 ping 的操作码</translation>
    </message>
    <message>
      <source>Opcodes and lengths</source>
      <translation>操作码与长度</translation>
    </message>
    <message>
      <source>Opening handshake</source>
      <translation>打开握手</translation>
    </message>
    <message>
      <source>Opening handshakes in all</source>
      <translation>握手总数</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Origin is allowed</source>
      <translation>Origin 在允许之列</translation>
    </message>
    <message>
      <source>Origin of the page</source>
      <translation>页面的来源</translation>
    </message>
    <message>
      <source>Origin: allowed</source>
      <translation>Origin：允许</translation>
    </message>
    <message>
      <source>Origin: not looked at</source>
      <translation>Origin：没有看</translation>
    </message>
    <message>
      <source>Origin: not on the list</source>
      <translation>Origin：不在名单上</translation>
    </message>
    <message>
      <source>Origins that the server allows</source>
      <translation>服务器允许的来源</translation>
    </message>
    <message>
      <source>Other page</source>
      <translation>另一个页面</translation>
    </message>
    <message>
      <source>Other rules</source>
      <translation>其他规则</translation>
    </message>
    <message>
      <source>Our own client</source>
      <translation>本程序的客户端</translation>
    </message>
    <message>
      <source>Outside: {size} bytes, {outside}. Inside: {inside}.</source>
      <translation>外面：{size} 字节，{outside}。里面：{inside}。</translation>
    </message>
    <message>
      <source>Over HTTP/1.1: Upgrade, then</source>
      <translation>HTTP/1.1 上：Upgrade 之后</translation>
    </message>
    <message>
      <source>Over HTTP/2: settings of the server</source>
      <translation>HTTP/2 上：服务器的各项设置</translation>
    </message>
    <message>
      <source>Over HTTP/2: the server’s setting {number}</source>
      <translation>HTTP/2 上：服务器的设置 {number}</translation>
    </message>
    <message>
      <source>POST /login → Set-Cookie</source>
      <translation>POST /login → Set-Cookie</translation>
    </message>
    <message>
      <source>Pad</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>Parser</source>
      <translation>解析器</translation>
    </message>
    <message>
      <source>Payload</source>
      <translation>载荷</translation>
    </message>
    <message>
      <source>Payload byte {index}: 0x{payload:02x} XOR key byte {place}, 0x{key:02x}, is 0x{wire:02x} on the wire.</source>
      <translation>载荷字节 {index}：0x{payload:02x} 与密钥字节 {place}（0x{key:02x}）异或，线路上为 0x{wire:02x}。</translation>
    </message>
    <message>
      <source>Payload byte {index}: 0x{value:02x}.</source>
      <translation>载荷字节 {index}：0x{value:02x}。</translation>
    </message>
    <message>
      <source>Payload length in three forms</source>
      <translation>载荷长度的三种形式</translation>
    </message>
    <message>
      <source>Payload on the wire</source>
      <translation>线路上的载荷</translation>
    </message>
    <message>
      <source>Payload: the claims</source>
      <translation>载荷：声明</translation>
    </message>
    <message>
      <source>Peer #{number}, {name}, {address}, {state}</source>
      <translation>对端 #{number}，{name}，{address}，{state}</translation>
    </message>
    <message>
      <source>Ping and pong are there, and every ping must be answered. When to ping is up to the program.</source>
      <translation>ping 和 pong 都有，而且每个 ping 都必须应答。什么时候发 ping，由程序决定。</translation>
    </message>
    <message>
      <source>Pings so far</source>
      <translation>到目前为止的 ping</translation>
    </message>
    <message>
      <source>Place {number} of the block is free</source>
      <translation>这一块的位置 {number} 空着</translation>
    </message>
    <message>
      <source>Policy</source>
      <translation>违反策略</translation>
    </message>
    <message>
      <source>Policy violation</source>
      <translation>违反策略</translation>
    </message>
    <message>
      <source>Polling</source>
      <translation>轮询</translation>
    </message>
    <message>
      <source>Pongs so far</source>
      <translation>到目前为止的 pong</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>Programs that were told</source>
      <translation>得知此事的程序</translation>
    </message>
    <message>
      <source>Protocol error</source>
      <translation>协议错误</translation>
    </message>
    <message>
      <source>Python client</source>
      <translation>Python 客户端</translation>
    </message>
    <message>
      <source>Python, {name}</source>
      <translation>Python，{name}</translation>
    </message>
    <message>
      <source>RFC 6455 section {section}</source>
      <translation>RFC 6455 第 {section} 节</translation>
    </message>
    <message>
      <source>RFC 6455 §{section}</source>
      <translation>RFC 6455 §{section}</translation>
    </message>
    <message>
      <source>RSV1 is {value}</source>
      <translation>RSV1 为 {value}</translation>
    </message>
    <message>
      <source>RSV1 of the frame</source>
      <translation>帧的 RSV1</translation>
    </message>
    <message>
      <source>RSV1: the message is compressed</source>
      <translation>RSV1：消息经过压缩</translation>
    </message>
    <message>
      <source>Read as a header: {text}</source>
      <translation>读成首部：{text}</translation>
    </message>
    <message>
      <source>Read as gzip</source>
      <translation>当作 gzip 读</translation>
    </message>
    <message>
      <source>Read as raw DEFLATE</source>
      <translation>当作裸 DEFLATE 读</translation>
    </message>
    <message>
      <source>Read as the beginning of a message: {text}</source>
      <translation>读成一条报文的开头：{text}</translation>
    </message>
    <message>
      <source>Read as the body: {text}</source>
      <translation>读成正文：{text}</translation>
    </message>
    <message>
      <source>Read from the page</source>
      <translation>从页面读到的</translation>
    </message>
    <message>
      <source>Read from the server</source>
      <translation>从服务器读到的</translation>
    </message>
    <message>
      <source>Read in this order</source>
      <translation>读到的次序</translation>
    </message>
    <message>
      <source>Received: what the server sent</source>
      <translation>收到的值：服务器所发</translation>
    </message>
    <message>
      <source>Records outside, frames inside</source>
      <translation>外面是记录，里面是帧</translation>
    </message>
    <message>
      <source>Register {letter} was made in round {round} of block 2</source>
      <translation>寄存器 {letter} 产生于第 2 块的第 {round} 轮</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>Request for {target} from the origin {origin}</source>
      <translation>对 {target} 的请求，来自 {origin}</translation>
    </message>
    <message>
      <source>Request {number}</source>
      <translation>请求 {number}</translation>
    </message>
    <message>
      <source>Required of the client</source>
      <translation>对客户端的要求</translation>
    </message>
    <message>
      <source>Required of the server</source>
      <translation>对服务器的要求</translation>
    </message>
    <message>
      <source>Reserved</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Reserved for extensions. With none negotiated it must be 0; otherwise the receiver must fail the connection.</source>
      <translation>为扩展保留。没有协商扩展时必须为 0，否则接收方必须使连接失败。</translation>
    </message>
    <message>
      <source>Reserved for extensions: 0 when none is negotiated.</source>
      <translation>为扩展保留：没有协商扩展时为 0。</translation>
    </message>
    <message>
      <source>Reserved: a receiver that does not know it must fail the connection.</source>
      <translation>保留：不认识它的接收方必须使连接失败。</translation>
    </message>
    <message>
      <source>Response</source>
      <translation>响应</translation>
    </message>
    <message>
      <source>Response {number}</source>
      <translation>响应 {number}</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>轮</translation>
    </message>
    <message>
      <source>Round trip, ping to pong</source>
      <translation>往返时间：ping 到 pong</translation>
    </message>
    <message>
      <source>Rounds</source>
      <translation>轮运算</translation>
    </message>
    <message>
      <source>Rounds done</source>
      <translation>已算轮数</translation>
    </message>
    <message>
      <source>Rounds {first} to {last} use {function} and the constant {k}.</source>
      <translation>第 {first} 到 {last} 轮使用 {function} 和常数 {k}。</translation>
    </message>
    <message>
      <source>Rule that it breaks</source>
      <translation>违反的规则</translation>
    </message>
    <message>
      <source>Rules that hold</source>
      <translation>成立的规则</translation>
    </message>
    <message>
      <source>Same application data</source>
      <translation>相同的应用数据</translation>
    </message>
    <message>
      <source>Same origin</source>
      <translation>同源</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>扩展</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Accept is missing</source>
      <translation>缺少 Sec-WebSocket-Accept</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Accept of the server</source>
      <translation>服务器的 Sec-WebSocket-Accept</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Key of connection {number}: {key}</source>
      <translation>第 {number} 条连接的 Sec-WebSocket-Key：{key}</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Key, any 16 bytes</source>
      <translation>Sec-WebSocket-Key，任意 16 字节</translation>
    </message>
    <message>
      <source>Sec-WebSocket-Key, {count} characters</source>
      <translation>Sec-WebSocket-Key，{count} 个字符</translation>
    </message>
    <message>
      <source>Second frame</source>
      <translation>第二个帧</translation>
    </message>
    <message>
      <source>Second {second}: {taken} are taken, {turned} get 503, {refused} find nobody who listens</source>
      <translation>第 {second} 秒：接受 {taken} 个，{turned} 个得到 503，{refused} 个发现没有人监听</translation>
    </message>
    <message>
      <source>Seconds of silence</source>
      <translation>沉默的秒数</translation>
    </message>
    <message>
      <source>Segments, frames, messages</source>
      <translation>报文段、帧、消息</translation>
    </message>
    <message>
      <source>Select a frame of up to 4096 bytes to see its bits.</source>
      <translation>选中一个不超过 4096 字节的帧，即可逐位查看。</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>Server error</source>
      <translation>服务器错误</translation>
    </message>
    <message>
      <source>Server program</source>
      <translation>服务器程序</translation>
    </message>
    <message>
      <source>Server → client</source>
      <translation>服务器 → 客户端</translation>
    </message>
    <message>
      <source>Server-sent events</source>
      <translation>服务器发送事件</translation>
    </message>
    <message>
      <source>Server: {what}</source>
      <translation>服务器：{what}</translation>
    </message>
    <message>
      <source>Server’s checklist</source>
      <translation>服务器的检查清单</translation>
    </message>
    <message>
      <source>Service restart</source>
      <translation>服务重启</translation>
    </message>
    <message>
      <source>Set on every frame from client to server. A server that receives an unmasked frame must close the connection.</source>
      <translation>客户端发往服务器的每一帧都置位。服务器收到没有掩码的帧，必须关闭连接。</translation>
    </message>
    <message>
      <source>Shop’s page</source>
      <translation>商店的页面</translation>
    </message>
    <message>
      <source>Signature</source>
      <translation>签名</translation>
    </message>
    <message>
      <source>Skipped, for it is no line of HTTP: {text}</source>
      <translation>跳过，因为不是 HTTP 的行：{text}</translation>
    </message>
    <message>
      <source>Stage {number} of 6, {name}: done. {caption}</source>
      <translation>第 {number} 阶段（共 6 个），{name}：已完成。{caption}</translation>
    </message>
    <message>
      <source>Stage {number} of 6, {name}: shown below. {caption}</source>
      <translation>第 {number} 阶段（共 6 个），{name}：展开在下方。{caption}</translation>
    </message>
    <message>
      <source>Stage {number} of 6, {name}: to come. {caption}</source>
      <translation>第 {number} 阶段（共 6 个），{name}：尚未进行。{caption}</translation>
    </message>
    <message>
      <source>State of the client after that</source>
      <translation>此后客户端的状态</translation>
    </message>
    <message>
      <source>State of the server after that</source>
      <translation>此后服务器的状态</translation>
    </message>
    <message>
      <source>Status is 101</source>
      <translation>状态码是 101</translation>
    </message>
    <message>
      <source>Still to come: {peer} sends {what}</source>
      <translation>尚未发生：{peer}发送{what}</translation>
    </message>
    <message>
      <source>Subprotocol</source>
      <translation>子协议</translation>
    </message>
    <message>
      <source>Subprotocol was offered</source>
      <translation>子协议是提议过的</translation>
    </message>
    <message>
      <source>Subprotocol: pick one or none</source>
      <translation>子协议：选一个或不选</translation>
    </message>
    <message>
      <source>TCP FIN</source>
      <translation>TCP FIN</translation>
    </message>
    <message>
      <source>TCP RST</source>
      <translation>TCP RST</translation>
    </message>
    <message>
      <source>TCP closed</source>
      <translation>TCP 已关闭</translation>
    </message>
    <message>
      <source>TCP closed, no Close frame</source>
      <translation>TCP 已关闭，没有 Close 帧</translation>
    </message>
    <message>
      <source>TCP closed, one Close unanswered</source>
      <translation>TCP 已关闭，一个 Close 未得到应答</translation>
    </message>
    <message>
      <source>TCP connection</source>
      <translation>TCP 连接</translation>
    </message>
    <message>
      <source>TCP connection established  (SYN, SYN-ACK, ACK)</source>
      <translation>TCP 连接已建立（SYN、SYN-ACK、ACK）</translation>
    </message>
    <message>
      <source>TCP connection opened</source>
      <translation>TCP 连接已打开</translation>
    </message>
    <message>
      <source>TCP connections in all</source>
      <translation>TCP 连接总数</translation>
    </message>
    <message>
      <source>TCP cut here: {where}.</source>
      <translation>TCP 在这里切开：{where}。</translation>
    </message>
    <message>
      <source>TCP ended, no Close came</source>
      <translation>TCP 结束，没有收到 Close</translation>
    </message>
    <message>
      <source>TCP ends, and no byte says goodbye</source>
      <translation>TCP 结束，没有一个字节告别</translation>
    </message>
    <message>
      <source>TCP opens</source>
      <translation>打开 TCP</translation>
    </message>
    <message>
      <source>TCP reset</source>
      <translation>TCP 被重置</translation>
    </message>
    <message>
      <source>TCP reset, no Close frame</source>
      <translation>TCP 被重置，没有 Close 帧</translation>
    </message>
    <message>
      <source>TCP reset, one Close unanswered</source>
      <translation>TCP 被重置，一个 Close 未得到应答</translation>
    </message>
    <message>
      <source>TCP segments</source>
      <translation>TCP 报文段</translation>
    </message>
    <message>
      <source>TCP segments of the HTTP request</source>
      <translation>HTTP 请求的 TCP 报文段</translation>
    </message>
    <message>
      <source>TCP segments of the first frame</source>
      <translation>第一个帧的 TCP 报文段</translation>
    </message>
    <message>
      <source>TLS failed</source>
      <translation>TLS 失败</translation>
    </message>
    <message>
      <source>TLS handshake</source>
      <translation>TLS 握手</translation>
    </message>
    <message>
      <source>TLS, only with wss: everything above is encrypted</source>
      <translation>TLS，只有 wss 才有：上面的一切都加密</translation>
    </message>
    <message>
      <source>Target names a resource</source>
      <translation>请求目标指明资源</translation>
    </message>
    <message>
      <source>The 7 bits say the length themselves: 0 to 125 bytes.</source>
      <translation>7 位本身就是长度：0 到 125 字节。</translation>
    </message>
    <message>
      <source>The RFC’s GUID is {guid}; this server appends {other}.</source>
      <translation>RFC 规定的 GUID 是 {guid}；这台服务器接上的是 {other}。</translation>
    </message>
    <message>
      <source>The TCP connection stands; nothing was sent yet.</source>
      <translation>TCP 连接已建立，还没有发送任何内容。</translation>
    </message>
    <message>
      <source>The WebSocket frame</source>
      <translation>WebSocket 帧</translation>
    </message>
    <message>
      <source>The answer</source>
      <translation>响应</translation>
    </message>
    <message>
      <source>The answer is not over</source>
      <translation>响应还没结束</translation>
    </message>
    <message>
      <source>The answer to a ping, or a sign of life without one.</source>
      <translation>对 ping 的应答，或主动发出的心跳。</translation>
    </message>
    <message>
      <source>The attacker’s script runs as if it were the site’s</source>
      <translation>攻击者的脚本冒充网站的脚本运行</translation>
    </message>
    <message>
      <source>The balancer chooses a node for each new connection: {how}</source>
      <translation>均衡器为每条新连接选一个节点：{how}</translation>
    </message>
    <message>
      <source>The bits</source>
      <translation>比特</translation>
    </message>
    <message>
      <source>The bits {bits} are {number}: {character}</source>
      <translation>{bits} 的值是 {number}：{character}</translation>
    </message>
    <message>
      <source>The broker delivers “{text}” to node {node}: a text, no frame</source>
      <translation>代理把“{text}”投递给节点 {node}：是文本，不是帧</translation>
    </message>
    <message>
      <source>The capture does not hold these bytes. They lie inside frame {number}, whose length is known: it is not judged, and the frame after it is found.</source>
      <translation>抓包里没有这些字节。它们位于帧 {number} 之内，该帧长度已知：不对它作判断，它之后的帧仍能找到。</translation>
    </message>
    <message>
      <source>The capture does not hold these bytes. Where the next frame begins is not known from them; reading goes on where a plausible frame begins.</source>
      <translation>抓包里没有这些字节，因而不知道下一帧从哪里开始；从看起来像一帧开头的地方继续读取。</translation>
    </message>
    <message>
      <source>The client MUST fail the connection (RFC 6455 §4.1). No frame is ever sent.</source>
      <translation>客户端必须（MUST）使连接失败（RFC 6455 §4.1），一帧也不会发送。</translation>
    </message>
    <message>
      <source>The client begins a second text before the first one has ended.</source>
      <translation>第一条文本还没结束，客户端就开始第二条。</translation>
    </message>
    <message>
      <source>The client checks the response.</source>
      <translation>客户端正在校验响应。</translation>
    </message>
    <message>
      <source>The client drops TCP without a Close frame.</source>
      <translation>客户端不发 Close 帧就丢下 TCP。</translation>
    </message>
    <message>
      <source>The client ends TCP with</source>
      <translation>客户端结束 TCP 的方式</translation>
    </message>
    <message>
      <source>The client fails the connection.</source>
      <translation>客户端使连接失败。</translation>
    </message>
    <message>
      <source>The client has not compared them yet</source>
      <translation>客户端还没有比较</translation>
    </message>
    <message>
      <source>The client has offered; nothing is agreed yet.</source>
      <translation>客户端已提议，尚未商定。</translation>
    </message>
    <message>
      <source>The client has opened a TCP connection to the server</source>
      <translation>客户端已打开到服务器的 TCP 连接</translation>
    </message>
    <message numerus="yes">
      <source>The client has sent %n frames</source>
      <translation>
        <numerusform>客户端已发送 %n 帧</numerusform>
      </translation>
    </message>
    <message>
      <source>The client has sent such a frame.</source>
      <translation>客户端发送过这样的帧。</translation>
    </message>
    <message>
      <source>The client offers</source>
      <translation>客户端提议</translation>
    </message>
    <message>
      <source>The client sends a long text, all at once.</source>
      <translation>客户端一次发出一条很长的文本。</translation>
    </message>
    <message>
      <source>The client sends a masked text. Its frame is read as anybody on the way can read it.</source>
      <translation>客户端发送加了掩码的文本，我们像途中的任何人那样来读这个帧。</translation>
    </message>
    <message>
      <source>The client sends a text in three fragments, with a ping in between.</source>
      <translation>客户端把一条文本分成三个分片发送，中间夹着一个 ping。</translation>
    </message>
    <message>
      <source>The client waits for the answer before it sends more</source>
      <translation>客户端等到应答之后才继续发送</translation>
    </message>
    <message>
      <source>The client’s Close</source>
      <translation>客户端的 Close</translation>
    </message>
    <message>
      <source>The client’s next message</source>
      <translation>客户端的下一条消息</translation>
    </message>
    <message>
      <source>The client’s program ends with the code that means success elsewhere.</source>
      <translation>客户端的程序用别处表示成功的那个数字来结束。</translation>
    </message>
    <message>
      <source>The client’s program is told</source>
      <translation>客户端的程序得知</translation>
    </message>
    <message>
      <source>The client’s program reads</source>
      <translation>客户端的程序读到</translation>
    </message>
    <message>
      <source>The client’s request</source>
      <translation>客户端的请求</translation>
    </message>
    <message>
      <source>The code in its payload</source>
      <translation>载荷里的关闭码</translation>
    </message>
    <message>
      <source>The connection is OPEN.</source>
      <translation>连接处于 OPEN。</translation>
    </message>
    <message>
      <source>The connection is open, the client says nothing, and the server has news.</source>
      <translation>连接打开了，客户端不说话，而服务器有新消息。</translation>
    </message>
    <message>
      <source>The cookie of {shop}: {cookie}, SameSite={same_site}.</source>
      <translation>{shop} 的 cookie：{cookie}，SameSite={same_site}。</translation>
    </message>
    <message>
      <source>The digest of {count} bytes is {digest}.</source>
      <translation>{count} 个字节的摘要是 {digest}。</translation>
    </message>
    <message>
      <source>The digest: the five sums of the last block, 20 bytes</source>
      <translation>摘要：最后一块的五个和，共 20 字节</translation>
    </message>
    <message>
      <source>The empty line that ends a head</source>
      <translation>结束首部的空行</translation>
    </message>
    <message>
      <source>The extended payload length is there only if payload length is 126 (16 bits) or 127 (64 bits), the masking key only if MASK is 1.</source>
      <translation>仅当载荷长度为 126（16 位）或 127（64 位）时才有扩展载荷长度；仅当 MASK 为 1 时才有掩码密钥。</translation>
    </message>
    <message>
      <source>The fields of a WebSocket frame.</source>
      <translation>WebSocket 帧的各个字段。</translation>
    </message>
    <message>
      <source>The first byte</source>
      <translation>第一个字节</translation>
    </message>
    <message>
      <source>The first code is 1000, and that is the normal end. 0 to 999 are not used, and this server says so.</source>
      <translation>第一个关闭码是 1000，表示正常结束。0 到 999 不使用，这台服务器也这样表示。</translation>
    </message>
    <message>
      <source>The genuine script</source>
      <translation>真正的脚本</translation>
    </message>
    <message>
      <source>The key is not 16 bytes: it has no bits to turn</source>
      <translation>密钥不是 16 字节：没有可以翻转的比特</translation>
    </message>
    <message>
      <source>The key keeps intruders out</source>
      <translation>密钥能把外人挡在门外</translation>
    </message>
    <message>
      <source>The key shows that the server has understood the request. Who the client is, it has to learn otherwise.</source>
      <translation>密钥说明服务器看懂了请求。客户端是谁，它得用别的办法弄清。</translation>
    </message>
    <message>
      <source>The key stands in the frame. It makes bytes unpredictable, for proxies’ sake; secrecy is TLS’s task.</source>
      <translation>密钥就在帧里。它让字节不可预测，为的是代理；保密是 TLS 的事。</translation>
    </message>
    <message>
      <source>The key {key} and the GUID {guid} are joined: {count} bytes.</source>
      <translation>密钥 {key} 与 GUID {guid} 拼接：共 {count} 字节。</translation>
    </message>
    <message>
      <source>The last of {count} records: {size} bytes</source>
      <translation>{count} 条记录中的最后一条：{size} 字节</translation>
    </message>
    <message>
      <source>The layers of a WebSocket connection</source>
      <translation>WebSocket 连接的层次</translation>
    </message>
    <message>
      <source>The length {size} follows the first two bytes in {count} more.</source>
      <translation>长度 {size} 写在前两个字节之后的 {count} 个字节里。</translation>
    </message>
    <message>
      <source>The line that breaks the rule: {line}</source>
      <translation>违反规则的一行：{line}</translation>
    </message>
    <message>
      <source>The network is lost: nothing passes, and nobody is told</source>
      <translation>网络断开：什么都过不去，也没有人得到通知</translation>
    </message>
    <message>
      <source>The network loses everything from now on. Then the client sends again.</source>
      <translation>从某一刻起网络丢掉一切。后来客户端又发送一次。</translation>
    </message>
    <message>
      <source>The next visitor</source>
      <translation>下一位访客</translation>
    </message>
    <message>
      <source>The numbers are those of readyState in a browser.</source>
      <translation>数字与浏览器中的 readyState 相同。</translation>
    </message>
    <message>
      <source>The page reads</source>
      <translation>页面读到</translation>
    </message>
    <message>
      <source>The payload as it travels: each byte XORed with one byte of the key.</source>
      <translation>传输中的载荷：每个字节都与密钥中的一个字节异或。</translation>
    </message>
    <message>
      <source>The payload begins with</source>
      <translation>载荷的开头</translation>
    </message>
    <message>
      <source>The payload continues the message begun before.</source>
      <translation>载荷接续之前开始的消息。</translation>
    </message>
    <message>
      <source>The payload is binary data; the application knows what it means.</source>
      <translation>载荷是二进制数据，含义由程序决定。</translation>
    </message>
    <message>
      <source>The payload is empty.</source>
      <translation>载荷为空。</translation>
    </message>
    <message>
      <source>The payload is empty: the key has nothing to mask.</source>
      <translation>载荷为空：密钥没有可掩码的内容。</translation>
    </message>
    <message>
      <source>The payload is text in UTF-8.</source>
      <translation>载荷是 UTF-8 文本。</translation>
    </message>
    <message>
      <source>The payload, not masked.</source>
      <translation>载荷，没有掩码。</translation>
    </message>
    <message>
      <source>The protocol has no heartbeat</source>
      <translation>协议没有心跳</translation>
    </message>
    <message>
      <source>The receiver answers with a pong that carries the same payload.</source>
      <translation>接收方以 pong 应答，载荷与之相同。</translation>
    </message>
    <message>
      <source>The request and then a frame leave the client in several TCP segments.</source>
      <translation>客户端把请求和随后的一个帧各分成几个 TCP 报文段发出。</translation>
    </message>
    <message>
      <source>The request is on its way.</source>
      <translation>请求正在途中。</translation>
    </message>
    <message>
      <source>The response is on its way.</source>
      <translation>响应正在途中。</translation>
    </message>
    <message>
      <source>The rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>The same as 160 bits: expected, sent, and the {count} that differ</source>
      <translation>按 160 位来看：期望、实际，以及不同的 {count} 位</translation>
    </message>
    <message>
      <source>The same as 160 bits: expected, sent; none differs</source>
      <translation>按 160 位来看：期望与实际，没有一位不同</translation>
    </message>
    <message>
      <source>The same text, masked in two ways</source>
      <translation>同样的文本，两种掩码</translation>
    </message>
    <message>
      <source>The sender closes the connection and sends no more data.</source>
      <translation>发送方要关闭连接，不再发送数据。</translation>
    </message>
    <message>
      <source>The server answered {status} without Sec-WebSocket-Accept</source>
      <translation>服务器返回 {status}，没有 Sec-WebSocket-Accept</translation>
    </message>
    <message>
      <source>The server answers</source>
      <translation>服务器应答</translation>
    </message>
    <message>
      <source>The server checks the request.</source>
      <translation>服务器正在校验请求。</translation>
    </message>
    <message>
      <source>The server drops TCP. Time goes by, and nobody’s program does anything.</source>
      <translation>服务器丢下 TCP。时间过去，双方的程序什么也不做。</translation>
    </message>
    <message>
      <source>The server has not answered yet</source>
      <translation>服务器尚未响应</translation>
    </message>
    <message numerus="yes">
      <source>The server has sent %n frames</source>
      <translation>
        <numerusform>服务器已发送 %n 帧</numerusform>
      </translation>
    </message>
    <message>
      <source>The server has sent such a frame.</source>
      <translation>服务器发送过这样的帧。</translation>
    </message>
    <message>
      <source>The server is gone: nobody listens at its port</source>
      <translation>服务器不见了：端口上没有人监听</translation>
    </message>
    <message>
      <source>The server must wait for a request</source>
      <translation>服务器必须等待请求</translation>
    </message>
    <message>
      <source>The server read this request. The client goes on to OPEN.</source>
      <translation>服务器确实读过这个请求。客户端进入 OPEN。</translation>
    </message>
    <message>
      <source>The server reads</source>
      <translation>服务器读到</translation>
    </message>
    <message>
      <source>The server refuses the handshake with {status}.</source>
      <translation>服务器以 {status} 拒绝握手。</translation>
    </message>
    <message>
      <source>The server’s answer</source>
      <translation>服务器的应答</translation>
    </message>
    <message>
      <source>The server’s checks, in this order</source>
      <translation>服务器的检查，依次进行</translation>
    </message>
    <message>
      <source>The server’s program is told</source>
      <translation>服务器的程序得知</translation>
    </message>
    <message>
      <source>The server’s program reads</source>
      <translation>服务器的程序读到</translation>
    </message>
    <message>
      <source>The server’s reaction</source>
      <translation>服务器的反应</translation>
    </message>
    <message>
      <source>The server’s value, not sent yet</source>
      <translation>服务器的值，尚未发送</translation>
    </message>
    <message>
      <source>The sum is {result}; nothing overflows.</source>
      <translation>和为 {result}，没有溢出。</translation>
    </message>
    <message>
      <source>The sum is {result}; the {carry} above 32 bits is dropped.</source>
      <translation>和为 {result}；32 位以上的 {carry} 被舍去。</translation>
    </message>
    <message>
      <source>The symbol {symbol} ends the block: the code {digits}</source>
      <translation>符号 {symbol} 结束这个块：编码 {digits}</translation>
    </message>
    <message>
      <source>Their FIN bits</source>
      <translation>它们的 FIN 位</translation>
    </message>
    <message>
      <source>Their opcodes</source>
      <translation>它们的操作码</translation>
    </message>
    <message>
      <source>There is no connection yet.</source>
      <translation>还没有连接。</translation>
    </message>
    <message>
      <source>There is nothing to compare</source>
      <translation>没有可比较的内容</translation>
    </message>
    <message>
      <source>They can be, if both sides agreed on it: with bare DEFLATE, without the header and the checksum of gzip.</source>
      <translation>双方商定了才可以压缩，用的是裸 DEFLATE，没有 gzip 的头和校验和。</translation>
    </message>
    <message>
      <source>This frame carries {length} bytes.</source>
      <translation>这个帧携带 {length} 字节。</translation>
    </message>
    <message>
      <source>This frame has it.</source>
      <translation>这个帧就是它。</translation>
    </message>
    <message>
      <source>This frame is the last fragment of its message.</source>
      <translation>这一帧是消息的最后一个分片。</translation>
    </message>
    <message>
      <source>This is no JSON object.</source>
      <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
      <source>This key</source>
      <translation>这个密钥</translation>
    </message>
    <message>
      <source>This run does not show it.</source>
      <translation>这一次运行不能说明它。</translation>
    </message>
    <message>
      <source>This server appends another GUID</source>
      <translation>这台服务器接上的是另一个 GUID</translation>
    </message>
    <message>
      <source>Through the proxy</source>
      <translation>经由代理</translation>
    </message>
    <message>
      <source>Ticket</source>
      <translation>票据</translation>
    </message>
    <message>
      <source>Ticket: it is {user}</source>
      <translation>票据：是 {user}</translation>
    </message>
    <message>
      <source>Ticket: none came</source>
      <translation>票据：没有来</translation>
    </message>
    <message>
      <source>Told to the program</source>
      <translation>程序得到的通知</translation>
    </message>
    <message>
      <source>Too big</source>
      <translation>消息过大</translation>
    </message>
    <message>
      <source>True, half true or wrong?</source>
      <translation>对、半对还是错？</translation>
    </message>
    <message>
      <source>Try again later</source>
      <translation>稍后再试</translation>
    </message>
    <message>
      <source>Try later</source>
      <translation>稍后再试</translation>
    </message>
    <message>
      <source>Two futures</source>
      <translation>两种结果</translation>
    </message>
    <message>
      <source>UTF-8</source>
      <translation>UTF-8</translation>
    </message>
    <message>
      <source>UTF-8, byte by byte</source>
      <translation>逐字节看 UTF-8</translation>
    </message>
    <message>
      <source>Unmasked</source>
      <translation>去掩码</translation>
    </message>
    <message>
      <source>Unmasking</source>
      <translation>去掩码</translation>
    </message>
    <message>
      <source>Unnamed peer</source>
      <translation>未命名的对端</translation>
    </message>
    <message>
      <source>Unsupported data</source>
      <translation>不支持的数据</translation>
    </message>
    <message>
      <source>Upgrade is “websocket”</source>
      <translation>Upgrade 的值为 websocket</translation>
    </message>
    <message>
      <source>Validator</source>
      <translation>校验器</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>Version is 13</source>
      <translation>Version 等于 13</translation>
    </message>
    <message>
      <source>Violations: {count}, from {time} on</source>
      <translation>违规 {count} 处，从 {time} 起</translation>
    </message>
    <message>
      <source>W0 to W{t}</source>
      <translation>W0 到 W{t}</translation>
    </message>
    <message>
      <source>Warnings: {count}, from {time} on</source>
      <translation>警告 {count} 处，从 {time} 起</translation>
    </message>
    <message>
      <source>Ways out of CLOSED in the state table</source>
      <translation>状态表中离开 CLOSED 的路</translation>
    </message>
    <message>
      <source>WebSocket</source>
      <translation>WebSocket</translation>
    </message>
    <message>
      <source>WebSocket frames</source>
      <translation>WebSocket 帧</translation>
    </message>
    <message>
      <source>WebSocket frames, both ways</source>
      <translation>WebSocket 帧，双向</translation>
    </message>
    <message>
      <source>WebSocket obeys the same-origin policy</source>
      <translation>WebSocket 遵守同源策略</translation>
    </message>
    <message>
      <source>WebSocket reconnects by itself</source>
      <translation>WebSocket 会自己重新连接</translation>
    </message>
    <message>
      <source>What an old proxy reads</source>
      <translation>旧代理读到了什么</translation>
    </message>
    <message>
      <source>What four ways cost</source>
      <translation>四种方式的代价</translation>
    </message>
    <message>
      <source>What is missing is not judged</source>
      <translation>缺失的内容不作判断</translation>
    </message>
    <message>
      <source>What one event costs</source>
      <translation>一个事件的代价</translation>
    </message>
    <message>
      <source>What people say</source>
      <translation>常听到的说法</translation>
    </message>
    <message>
      <source>What the RFC asks for</source>
      <translation>RFC 的要求</translation>
    </message>
    <message>
      <source>What the client did</source>
      <translation>客户端做了什么</translation>
    </message>
    <message>
      <source>What the next visitor gets</source>
      <translation>下一位访客拿到什么</translation>
    </message>
    <message>
      <source>What the server did</source>
      <translation>服务器做了什么</translation>
    </message>
    <message>
      <source>What the table shows</source>
      <translation>表格中显示的部分</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>实际做了什么</translation>
    </message>
    <message>
      <source>What was seen</source>
      <translation>看到了什么</translation>
    </message>
    <message>
      <source>What was sent is not the base64 of 20 bytes</source>
      <translation>发来的内容不是 20 个字节的 base64</translation>
    </message>
    <message>
      <source>Where they differ</source>
      <translation>哪里不同</translation>
    </message>
    <message>
      <source>Whole capture</source>
      <translation>整个抓包</translation>
    </message>
    <message>
      <source>Whose cookie goes along</source>
      <translation>谁的 cookie 跟着去</translation>
    </message>
    <message>
      <source>With publish/subscribe</source>
      <translation>有发布/订阅</translation>
    </message>
    <message>
      <source>With the change</source>
      <translation>改动之后</translation>
    </message>
    <message>
      <source>Without a browser</source>
      <translation>不经浏览器</translation>
    </message>
    <message>
      <source>Without publish/subscribe</source>
      <translation>没有发布/订阅</translation>
    </message>
    <message>
      <source>Without the server’s agreement no connection opens.</source>
      <translation>服务器不同意，连接就不会打开。</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>字</translation>
    </message>
    <message>
      <source>Word {t} of block {block}</source>
      <translation>块 {block} 的字 {t}</translation>
    </message>
    <message>
      <source>Word {t} of block {block} is {word}.</source>
      <translation>块 {block} 的字 {t} 是 {word}。</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>错</translation>
    </message>
    <message>
      <source>Wrong type</source>
      <translation>类型不符</translation>
    </message>
    <message>
      <source>W{t} is {word}, made from W{s0}, W{s1}, W{s2} and W{s3}.</source>
      <translation>W{t} 是 {word}，由 W{s0}、W{s1}、W{s2} 和 W{s3} 得出。</translation>
    </message>
    <message>
      <source>W{t} is {word}: bytes {first} to {last} of the block.</source>
      <translation>W{t} 是 {word}：块中的字节 {first} 到 {last}。</translation>
    </message>
    <message>
      <source>a Close came without a code</source>
      <translation>收到的 Close 没有关闭码</translation>
    </message>
    <message>
      <source>a fresh key for each frame</source>
      <translation>每帧一个新密钥</translation>
    </message>
    <message>
      <source>a gateway got a bad response</source>
      <translation>网关得到无效的响应</translation>
    </message>
    <message>
      <source>a hint: at most {size} bytes; you may name fewer</source>
      <translation>提示：不超过 {size} 字节，可指定更少</translation>
    </message>
    <message>
      <source>a hint: the client will forget</source>
      <translation>提示：客户端会忘掉</translation>
    </message>
    <message>
      <source>a key of zeros</source>
      <translation>全零的密钥</translation>
    </message>
    <message>
      <source>a language for the messages</source>
      <translation>消息使用的语言</translation>
    </message>
    <message>
      <source>a message against its policy</source>
      <translation>消息违反了它的策略</translation>
    </message>
    <message>
      <source>a message was delivered</source>
      <translation>有消息交给了程序</translation>
    </message>
    <message>
      <source>a new connection</source>
      <translation>新的连接</translation>
    </message>
    <message>
      <source>a program was told it, and it never travelled</source>
      <translation>程序得知过，但从未传送</translation>
    </message>
    <message>
      <source>a rule for each line</source>
      <translation>每一行对应一条规则</translation>
    </message>
    <message>
      <source>a rule is broken</source>
      <translation>有规则不符</translation>
    </message>
    <message>
      <source>a rule was broken</source>
      <translation>因违反规则</translation>
    </message>
    <message>
      <source>a server does not mask</source>
      <translation>服务器不加掩码</translation>
    </message>
    <message>
      <source>a surrogate: half of a pair in UTF-16, no character</source>
      <translation>代理项：UTF-16 一对中的一半，不是字符</translation>
    </message>
    <message>
      <source>a ticket: the browser keeps it</source>
      <translation>票据：被浏览器留下</translation>
    </message>
    <message>
      <source>a type of data it cannot accept</source>
      <translation>不能接受的数据类型</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>没有</translation>
    </message>
    <message>
      <source>absent: {names}</source>
      <translation>缺少：{names}</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>接受</translation>
    </message>
    <message>
      <source>added by the browser, whichever page asks</source>
      <translation>由浏览器加上，不管是哪个页面</translation>
    </message>
    <message>
      <source>added by the server</source>
      <translation>由服务器添加</translation>
    </message>
    <message>
      <source>after round 79</source>
      <translation>第 79 轮之后</translation>
    </message>
    <message>
      <source>agreed</source>
      <translation>已商定</translation>
    </message>
    <message>
      <source>alg none</source>
      <translation>alg none</translation>
    </message>
    <message>
      <source>algorithm is the key’s</source>
      <translation>算法与密钥一致</translation>
    </message>
    <message>
      <source>all 0</source>
      <translation>全为 0</translation>
    </message>
    <message>
      <source>all bars to one scale</source>
      <translation>所有横条同一比例</translation>
    </message>
    <message>
      <source>all rules hold</source>
      <translation>全部符合</translation>
    </message>
    <message>
      <source>all three are 1:</source>
      <translation>三个都是 1：</translation>
    </message>
    <message>
      <source>all zeros: it masks nothing</source>
      <translation>全为 0：等于没有掩码</translation>
    </message>
    <message>
      <source>an empty line ends the request</source>
      <translation>空行表示请求结束</translation>
    </message>
    <message>
      <source>an empty line ends the response</source>
      <translation>空行表示响应结束</translation>
    </message>
    <message>
      <source>an error, then close {code}; no status, no body</source>
      <translation>错误，然后关闭码 {code}；没有状态码和正文</translation>
    </message>
    <message>
      <source>an error: no gzip</source>
      <translation>出错：不是 gzip</translation>
    </message>
    <message>
      <source>an unexpected condition</source>
      <translation>意外的情况</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>还有 %n 个</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more line(s)</source>
      <translation>
        <numerusform>还有 %n 行</numerusform>
      </translation>
    </message>
    <message>
      <source>and moved down once, in the same place</source>
      <translation>又下移一次，位置不变</translation>
    </message>
    <message>
      <source>another extension</source>
      <translation>另一个扩展</translation>
    </message>
    <message>
      <source>answer 101</source>
      <translation>响应 101</translation>
    </message>
    <message>
      <source>answer not over</source>
      <translation>响应未结束</translation>
    </message>
    <message>
      <source>answer with a pong</source>
      <translation>以 pong 应答</translation>
    </message>
    <message>
      <source>answer with an HTTP error</source>
      <translation>以 HTTP 错误响应</translation>
    </message>
    <message>
      <source>answer: {size}</source>
      <translation>响应：{size}</translation>
    </message>
    <message>
      <source>answered with {status}</source>
      <translation>以 {status} 应答</translation>
    </message>
    <message>
      <source>answers as to {user}</source>
      <translation>当作 {user} 来应答</translation>
    </message>
    <message>
      <source>answers no request: not kept</source>
      <translation>没有对应的请求：不存</translation>
    </message>
    <message>
      <source>answers once,</source>
      <translation>应答一次，</translation>
    </message>
    <message>
      <source>any</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>any bytes</source>
      <translation>任意字节</translation>
    </message>
    <message>
      <source>any rule fails</source>
      <translation>任一不符</translation>
    </message>
    <message>
      <source>arrivals in each second</source>
      <translation>每秒到来的个数</translation>
    </message>
    <message>
      <source>arrived</source>
      <translation>已到达</translation>
    </message>
    <message>
      <source>as RFC 6455 §7.2.3 advises</source>
      <translation>RFC 6455 §7.2.3 的建议</translation>
    </message>
    <message>
      <source>as bit {place}; moving from b to c rotates by 30</source>
      <translation>当时是第 {place} 位；从 b 移到 c 时循环左移 30 位</translation>
    </message>
    <message>
      <source>as its sum, in the same place</source>
      <translation>就是这一轮的和，位置不变</translation>
    </message>
    <message>
      <source>as long as the length says</source>
      <translation>长度由载荷长度给出</translation>
    </message>
    <message>
      <source>asks for a ticket</source>
      <translation>要求票据</translation>
    </message>
    <message>
      <source>asks for the cookie</source>
      <translation>要求 cookie</translation>
    </message>
    <message>
      <source>asks for the script</source>
      <translation>请求这个脚本</translation>
    </message>
    <message>
      <source>at most {time}</source>
      <translation>最长 {time}</translation>
    </message>
    <message>
      <source>attempt {number}</source>
      <translation>第 {number} 次</translation>
    </message>
    <message>
      <source>b is 0 and chooses d:</source>
      <translation>b 为 0，选择 d：</translation>
    </message>
    <message>
      <source>b is 1 and chooses c:</source>
      <translation>b 为 1，选择 c：</translation>
    </message>
    <message>
      <source>b, ROTL30</source>
      <translation>b，ROTL30</translation>
    </message>
    <message>
      <source>balancer</source>
      <translation>均衡器</translation>
    </message>
    <message>
      <source>base64url of JSON</source>
      <translation>JSON 的 base64url</translation>
    </message>
    <message>
      <source>base64url, not encrypted</source>
      <translation>base64url，没有加密</translation>
    </message>
    <message>
      <source>before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>before the length</source>
      <translation>在长度之前</translation>
    </message>
    <message>
      <source>before the masking key</source>
      <translation>在掩码密钥之前</translation>
    </message>
    <message>
      <source>before the payload</source>
      <translation>在载荷之前</translation>
    </message>
    <message>
      <source>between frames</source>
      <translation>在两个帧之间</translation>
    </message>
    <message>
      <source>between the peers</source>
      <translation>位于双方之间</translation>
    </message>
    <message>
      <source>between two characters</source>
      <translation>在两个字符之间</translation>
    </message>
    <message>
      <source>beyond U+10FFFF, where Unicode ends</source>
      <translation>超出 U+10FFFF，Unicode 到此为止</translation>
    </message>
    <message>
      <source>big message</source>
      <translation>消息太大</translation>
    </message>
    <message>
      <source>binary</source>
      <translation>二进制</translation>
    </message>
    <message>
      <source>binary messages</source>
      <translation>二进制消息</translation>
    </message>
    <message>
      <source>binary so far: {size} bytes</source>
      <translation>二进制至此：{size} 字节</translation>
    </message>
    <message>
      <source>bit</source>
      <translation>位</translation>
    </message>
    <message>
      <source>bit 0</source>
      <translation>位 0</translation>
    </message>
    <message>
      <source>bit 31</source>
      <translation>位 31</translation>
    </message>
    <message>
      <source>bit {bit} = {value}</source>
      <translation>位 {bit} = {value}</translation>
    </message>
    <message>
      <source>bits {first} to {last} of {bits}, as they are read</source>
      <translation>{bits} 位中的第 {first} 至 {last} 位，按读取顺序</translation>
    </message>
    <message>
      <source>bits {first}-{last} = {value}</source>
      <translation>位 {first}-{last} = {value}</translation>
    </message>
    <message>
      <source>block</source>
      <translation>块</translation>
    </message>
    <message>
      <source>block {block}</source>
      <translation>第 {block} 块</translation>
    </message>
    <message>
      <source>block {block}, t = {t}</source>
      <translation>块 {block}，t = {t}</translation>
    </message>
    <message>
      <source>blocks of 64 bytes</source>
      <translation>每块 64 字节</translation>
    </message>
    <message>
      <source>both have said Close,</source>
      <translation>双方都已发出 Close，</translation>
    </message>
    <message>
      <source>breaks a rule</source>
      <translation>违反规则</translation>
    </message>
    <message>
      <source>brings an event</source>
      <translation>带来事件</translation>
    </message>
    <message>
      <source>broken</source>
      <translation>不符</translation>
    </message>
    <message>
      <source>broker</source>
      <translation>消息代理</translation>
    </message>
    <message>
      <source>broker stopped</source>
      <translation>代理已停</translation>
    </message>
    <message>
      <source>by cookie</source>
      <translation>按 Cookie</translation>
    </message>
    <message>
      <source>byte</source>
      <translation>字节</translation>
    </message>
    <message>
      <source>byte {byte}</source>
      <translation>字节 {byte}</translation>
    </message>
    <message>
      <source>byte {byte}, mask 0x{mask:02x}</source>
      <translation>字节 {byte}，掩码 0x{mask:02x}</translation>
    </message>
    <message>
      <source>byte {index} is not UTF-8</source>
      <translation>字节 {index} 不是 UTF-8</translation>
    </message>
    <message>
      <source>byte {index} is not UTF-8: {code}</source>
      <translation>字节 {index} 不是 UTF-8：{code}</translation>
    </message>
    <message>
      <source>byte {number}</source>
      <translation>字节 {number}</translation>
    </message>
    <message>
      <source>byte {place} of {size}</source>
      <translation>第 {place} 个，共 {size} 个</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>字节</translation>
    </message>
    <message>
      <source>bytes 0 and 1</source>
      <translation>字节 0 和 1</translation>
    </message>
    <message>
      <source>bytes as they are</source>
      <translation>原样的字节</translation>
    </message>
    <message>
      <source>bytes in order, or an error; one connection, kept until somebody ends it</source>
      <translation>字节按序到达，不然就报错；一条连接，保持到有人结束它</translation>
    </message>
    <message>
      <source>bytes of the GUID</source>
      <translation>个 GUID 字节</translation>
    </message>
    <message>
      <source>bytes of the key</source>
      <translation>个密钥字节</translation>
    </message>
    <message>
      <source>bytes that are no HTTP head</source>
      <translation>不是 HTTP 报文头的字节</translation>
    </message>
    <message>
      <source>bytes {first}-{last}</source>
      <translation>字节 {first}-{last}</translation>
    </message>
    <message>
      <source>bytes ↑</source>
      <translation>字节 ↑</translation>
    </message>
    <message>
      <source>bytes ↓</source>
      <translation>字节 ↓</translation>
    </message>
    <message>
      <source>c is 0, so is the result</source>
      <translation>c 为 0，结果也是</translation>
    </message>
    <message>
      <source>c is 1, so is the result</source>
      <translation>c 为 1，结果也是</translation>
    </message>
    <message>
      <source>came from another server than {host}</source>
      <translation>并非来自 {host}</translation>
    </message>
    <message>
      <source>came from {host} itself</source>
      <translation>来自 {host} 本身</translation>
    </message>
    <message>
      <source>carry</source>
      <translation>进位</translation>
    </message>
    <message>
      <source>carrying “{text}”</source>
      <translation>内容为“{text}”</translation>
    </message>
    <message>
      <source>character</source>
      <translation>字符</translation>
    </message>
    <message>
      <source>characters that differ: {count}</source>
      <translation>不同的字符：{count} 个</translation>
    </message>
    <message>
      <source>checked now, holds</source>
      <translation>正在检查，符合</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>选中</translation>
    </message>
    <message>
      <source>client</source>
      <translation>客户端</translation>
    </message>
    <message>
      <source>client expects</source>
      <translation>客户端期望</translation>
    </message>
    <message>
      <source>client frame {number}</source>
      <translation>客户端的帧 {number}</translation>
    </message>
    <message>
      <source>client is told</source>
      <translation>客户端得知</translation>
    </message>
    <message>
      <source>client to server</source>
      <translation>客户端到服务器</translation>
    </message>
    <message>
      <source>client to server: byte number after the handshake, in order of arrival</source>
      <translation>客户端到服务器：握手之后的字节编号，按到达顺序</translation>
    </message>
    <message>
      <source>client → server</source>
      <translation>客户端 → 服务器</translation>
    </message>
    <message>
      <source>client: forget after each message</source>
      <translation>客户端须在每条消息后忘掉</translation>
    </message>
    <message>
      <source>client: use at most {size} bytes</source>
      <translation>客户端最多用 {size} 字节</translation>
    </message>
    <message>
      <source>client’s Close</source>
      <translation>客户端的 Close</translation>
    </message>
    <message>
      <source>close code</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>close the connection</source>
      <translation>关闭连接</translation>
    </message>
    <message>
      <source>close_notify: the end of TLS</source>
      <translation>close_notify：TLS 结束</translation>
    </message>
    <message>
      <source>code</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>code = 0x{high:02x} · 256 + 0x{low:02x} = {code}</source>
      <translation>关闭码 = 0x{high:02x} · 256 + 0x{low:02x} = {code}</translation>
    </message>
    <message>
      <source>code repeated</source>
      <translation>重复关闭码</translation>
    </message>
    <message>
      <source>code {code}</source>
      <translation>关闭码 {code}</translation>
    </message>
    <message>
      <source>code, reason</source>
      <translation>关闭码、原因</translation>
    </message>
    <message>
      <source>complete at the last byte</source>
      <translation>到最后一个字节才完整</translation>
    </message>
    <message>
      <source>compressed</source>
      <translation>已压缩</translation>
    </message>
    <message>
      <source>compression of messages, RFC 7692</source>
      <translation>压缩消息，RFC 7692</translation>
    </message>
    <message>
      <source>computed from its key</source>
      <translation>由它的密钥算出</translation>
    </message>
    <message>
      <source>computed with the secret</source>
      <translation>用密钥算出的</translation>
    </message>
    <message>
      <source>connection over: {code}</source>
      <translation>连接结束：{code}</translation>
    </message>
    <message>
      <source>continuation</source>
      <translation>延续</translation>
    </message>
    <message>
      <source>control frames are never fragmented</source>
      <translation>控制帧从不分片</translation>
    </message>
    <message>
      <source>copy {length} from {distance} back</source>
      <translation>往回 {distance}，复制 {length}</translation>
    </message>
    <message>
      <source>curl</source>
      <translation>curl</translation>
    </message>
    <message>
      <source>d is 0, so is the result</source>
      <translation>d 为 0，结果也是</translation>
    </message>
    <message>
      <source>d is 1, so is the result</source>
      <translation>d 为 1，结果也是</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>已谢绝</translation>
    </message>
    <message>
      <source>decoded so far: {decoded} of 16</source>
      <translation>已解出 {decoded} / 16 字节</translation>
    </message>
    <message>
      <source>delay</source>
      <translation>延迟</translation>
    </message>
    <message>
      <source>deliver</source>
      <translation>投递</translation>
    </message>
    <message>
      <source>differ?</source>
      <translation>不同？</translation>
    </message>
    <message>
      <source>discard what comes after a Close</source>
      <translation>丢弃 Close 之后的内容</translation>
    </message>
    <message>
      <source>dist. {distance}</source>
      <translation>距离 {distance}</translation>
    </message>
    <message>
      <source>does not apply, the header is not there</source>
      <translation>不适用，没有这个首部</translation>
    </message>
    <message>
      <source>does not fit the offer</source>
      <translation>与提议不符</translation>
    </message>
    <message>
      <source>each node knows its own sockets only</source>
      <translation>每个节点只知道自己的套接字</translation>
    </message>
    <message>
      <source>each was tried: turned over, and all 160 rounds run again</source>
      <translation>逐个试过：翻转后重新运行全部 160 轮</translation>
    </message>
    <message>
      <source>either end may send it</source>
      <translation>双方都可以发送</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>empty at each message</source>
      <translation>每条消息从空开始</translation>
    </message>
    <message>
      <source>empty, or code + reason</source>
      <translation>空，或关闭码加原因</translation>
    </message>
    <message>
      <source>end of block</source>
      <translation>块结束</translation>
    </message>
    <message>
      <source>end of frame</source>
      <translation>帧结束</translation>
    </message>
    <message>
      <source>ends TCP</source>
      <translation>结束 TCP</translation>
    </message>
    <message>
      <source>ends TCP without one</source>
      <translation>没有发送就结束 TCP</translation>
    </message>
    <message>
      <source>equal</source>
      <translation>相同</translation>
    </message>
    <message>
      <source>even, so the result is 0</source>
      <translation>偶数，结果为 0</translation>
    </message>
    <message>
      <source>every frame begins with these two bytes</source>
      <translation>每个帧都以这两个字节开头</translation>
    </message>
    <message>
      <source>every node hears every broadcast</source>
      <translation>每个节点听到每次广播</translation>
    </message>
    <message>
      <source>expected</source>
      <translation>期望</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>令牌过期</translation>
    </message>
    <message>
      <source>exponential</source>
      <translation>指数</translation>
    </message>
    <message>
      <source>exponential, decorrelated jitter</source>
      <translation>指数，去相关抖动</translation>
    </message>
    <message>
      <source>exponential, equal jitter</source>
      <translation>指数，等分抖动</translation>
    </message>
    <message>
      <source>exponential, full jitter</source>
      <translation>指数，完全抖动</translation>
    </message>
    <message>
      <source>extended length</source>
      <translation>扩展长度</translation>
    </message>
    <message>
      <source>extended payload length</source>
      <translation>扩展载荷长度</translation>
    </message>
    <message>
      <source>extensions offered</source>
      <translation>提议的扩展</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>failed or lost: code 1006</source>
      <translation>失败或断线：关闭码 1006</translation>
    </message>
    <message>
      <source>fails the connection</source>
      <translation>使连接失败</translation>
    </message>
    <message>
      <source>fails the connection,</source>
      <translation>使连接失败，</translation>
    </message>
    <message>
      <source>fails the connection: {code}</source>
      <translation>使连接失败：{code}</translation>
    </message>
    <message>
      <source>filled: this one turns the bit of the answer, empty: it does not</source>
      <translation>实心：会翻转应答的这个比特；空心：不会</translation>
    </message>
    <message>
      <source>final</source>
      <translation>末帧</translation>
    </message>
    <message>
      <source>first of {size}</source>
      <translation>首字节，共 {size} 个</translation>
    </message>
    <message>
      <source>first opcode bit 0  §5.6</source>
      <translation>操作码首位为 0  §5.6</translation>
    </message>
    <message>
      <source>first opcode bit 1  §5.5</source>
      <translation>操作码首位为 1  §5.5</translation>
    </message>
    <message>
      <source>flags, length</source>
      <translation>标志与长度</translation>
    </message>
    <message>
      <source>forged</source>
      <translation>令牌伪造</translation>
    </message>
    <message>
      <source>found: {value}</source>
      <translation>实际：{value}</translation>
    </message>
    <message>
      <source>four bytes side by side, the first on the left</source>
      <translation>四个字节并排，第一个在左</translation>
    </message>
    <message>
      <source>fragment {number}</source>
      <translation>分片 {number}</translation>
    </message>
    <message>
      <source>frame {number}</source>
      <translation>帧 {number}</translation>
    </message>
    <message>
      <source>frame {number}, fragment {fragment}</source>
      <translation>帧 {number}，分片 {fragment}</translation>
    </message>
    <message>
      <source>frame {number}, {opcode}</source>
      <translation>帧 {number}，{opcode}</translation>
    </message>
    <message>
      <source>frame, {size}</source>
      <translation>帧，{size}</translation>
    </message>
    <message>
      <source>frames per second</source>
      <translation>帧/秒</translation>
    </message>
    <message>
      <source>frames so far: {down} down, {up} up</source>
      <translation>到目前的帧：下行 {down}，上行 {up}</translation>
    </message>
    <message>
      <source>frames, both ways</source>
      <translation>帧，双向传送</translation>
    </message>
    <message>
      <source>framing</source>
      <translation>成帧</translation>
    </message>
    <message>
      <source>from client to server</source>
      <translation>客户端发往服务器</translation>
    </message>
    <message>
      <source>from here on it passes bytes through</source>
      <translation>从这里起只转发字节</translation>
    </message>
    <message>
      <source>from its own server</source>
      <translation>来自它自己的服务器</translation>
    </message>
    <message>
      <source>from server to client</source>
      <translation>服务器发往客户端</translation>
    </message>
    <message>
      <source>from the cache</source>
      <translation>来自缓存</translation>
    </message>
    <message>
      <source>given to Ben’s program</source>
      <translation>交给 Ben 的程序</translation>
    </message>
    <message>
      <source>gives up</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>goes into Host</source>
      <translation>写进 Host</translation>
    </message>
    <message>
      <source>gone</source>
      <translation>不在</translation>
    </message>
    <message>
      <source>good already (nbf)</source>
      <translation>已经生效（nbf）</translation>
    </message>
    <message>
      <source>good token</source>
      <translation>令牌有效</translation>
    </message>
    <message>
      <source>handshake</source>
      <translation>握手</translation>
    </message>
    <message>
      <source>handshake fails</source>
      <translation>握手失败</translation>
    </message>
    <message>
      <source>has 1 byte, needs {need} more</source>
      <translation>有 1 个字节，还需要 {need} 个</translation>
    </message>
    <message>
      <source>has 1 byte, needs {need} or more</source>
      <translation>有 1 个字节，至少还需要 {need} 个</translation>
    </message>
    <message>
      <source>has not brought it yet</source>
      <translation>还没有带来</translation>
    </message>
    <message>
      <source>has sent its FIN,</source>
      <translation>已发出 FIN，</translation>
    </message>
    <message>
      <source>has sent no Close</source>
      <translation>没有发 Close</translation>
    </message>
    <message>
      <source>has {have} bytes, needs {need} more</source>
      <translation>有 {have} 个字节，还需要 {need} 个</translation>
    </message>
    <message>
      <source>has {have} bytes, needs {need} or more</source>
      <translation>有 {have} 个字节，至少还需要 {need} 个</translation>
    </message>
    <message>
      <source>header is a JSON object</source>
      <translation>头是 JSON 对象</translation>
    </message>
    <message>
      <source>header of a frame</source>
      <translation>帧头</translation>
    </message>
    <message>
      <source>header: {size} bytes, masked {masked}</source>
      <translation>帧头 {size} 字节，有掩码 {masked}</translation>
    </message>
    <message>
      <source>heads of answers</source>
      <translation>响应的首部</translation>
    </message>
    <message>
      <source>here they part</source>
      <translation>从这里分开</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>符合</translation>
    </message>
    <message>
      <source>holds nothing, waits for a frame</source>
      <translation>手上没有内容，等待下一个帧</translation>
    </message>
    <message>
      <source>host</source>
      <translation>主机名</translation>
    </message>
    <message>
      <source>how long each code is</source>
      <translation>各个编码的长度</translation>
    </message>
    <message>
      <source>how long the codes of the lengths are</source>
      <translation>长度编码的长度</translation>
    </message>
    <message>
      <source>how many bytes of body follow</source>
      <translation>后面的正文有多少字节</translation>
    </message>
    <message>
      <source>how to say who one is</source>
      <translation>怎样表明身份</translation>
    </message>
    <message>
      <source>in H{word}, there it is bit {place}</source>
      <translation>在 H{word} 里，是其中的第 {place} 位</translation>
    </message>
    <message>
      <source>in both directions</source>
      <translation>双向</translation>
    </message>
    <message>
      <source>in process</source>
      <translation>进程内</translation>
    </message>
    <message>
      <source>in the URL</source>
      <translation>在 URL 里</translation>
    </message>
    <message>
      <source>in the clear: ClientHello, for the server “{name}”</source>
      <translation>明文：ClientHello，要找的服务器是“{name}”</translation>
    </message>
    <message>
      <source>in the clear: the handshake of TLS</source>
      <translation>明文：TLS 握手</translation>
    </message>
    <message>
      <source>in the token</source>
      <translation>令牌里的</translation>
    </message>
    <message>
      <source>in turn</source>
      <translation>轮流</translation>
    </message>
    <message>
      <source>inside a character: {here} of {size}</source>
      <translation>在字符中间：{size} 个字节到了 {here} 个</translation>
    </message>
    <message>
      <source>inside the first two bytes</source>
      <translation>在前两个字节中间</translation>
    </message>
    <message>
      <source>inside the length</source>
      <translation>在长度中间</translation>
    </message>
    <message>
      <source>inside the masking key</source>
      <translation>在掩码密钥中间</translation>
    </message>
    <message>
      <source>inside the payload</source>
      <translation>在载荷中间</translation>
    </message>
    <message>
      <source>inside {character}</source>
      <translation>在 {character} 中间</translation>
    </message>
    <message>
      <source>is not asked</source>
      <translation>没被问到</translation>
    </message>
    <message>
      <source>is sent with it</source>
      <translation>随它一起发送</translation>
    </message>
    <message>
      <source>is told</source>
      <translation>得知</translation>
    </message>
    <message>
      <source>it had to be</source>
      <translation>本应是</translation>
    </message>
    <message>
      <source>it has failed.</source>
      <translation>没有通过。</translation>
    </message>
    <message>
      <source>it has passed.</source>
      <translation>通过。</translation>
    </message>
    <message>
      <source>it has travelled in this run</source>
      <translation>这一次传送过</translation>
    </message>
    <message>
      <source>item {number}</source>
      <translation>第 {number} 条</translation>
    </message>
    <message>
      <source>items of RFC 6455 §{section}</source>
      <translation>条号见 RFC 6455 §{section}</translation>
    </message>
    <message>
      <source>its GUID ends in {wrong}, not in {right}</source>
      <translation>它的 GUID 以 {wrong} 结尾，而不是 {right}</translation>
    </message>
    <message>
      <source>its bits say</source>
      <translation>它的位得出</translation>
    </message>
    <message>
      <source>its bits would say</source>
      <translation>它的位会得出</translation>
    </message>
    <message>
      <source>its program is not told yet</source>
      <translation>它的程序还没有得知</translation>
    </message>
    <message>
      <source>its program is told {told}</source>
      <translation>它的程序得知 {told}</translation>
    </message>
    <message>
      <source>its ticket: fetched first</source>
      <translation>票据：已先取得</translation>
    </message>
    <message>
      <source>kept from message to message</source>
      <translation>在消息之间保留</translation>
    </message>
    <message>
      <source>kept in the window, {size} bytes</source>
      <translation>保留在窗口中，{size} 字节</translation>
    </message>
    <message>
      <source>key</source>
      <translation>密钥</translation>
    </message>
    <message>
      <source>key {key}</source>
      <translation>密钥 {key}</translation>
    </message>
    <message>
      <source>key, repeating</source>
      <translation>密钥，循环使用</translation>
    </message>
    <message>
      <source>last 60 s</source>
      <translation>最近 60 秒</translation>
    </message>
    <message>
      <source>last frame in</source>
      <translation>最后收到的帧</translation>
    </message>
    <message>
      <source>last frame of the message</source>
      <translation>消息的最后一帧</translation>
    </message>
    <message>
      <source>len {length}</source>
      <translation>len {length}</translation>
    </message>
    <message>
      <source>length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>length in bits</source>
      <translation>以位计的长度</translation>
    </message>
    <message>
      <source>length {length}</source>
      <translation>长度 {length}</translation>
    </message>
    <message>
      <source>length {value}</source>
      <translation>长度 {value}</translation>
    </message>
    <message>
      <source>length, distance</source>
      <translation>长度、距离</translation>
    </message>
    <message>
      <source>length, {bits} bits</source>
      <translation>长度，{bits} 位</translation>
    </message>
    <message>
      <source>libraries, registered</source>
      <translation>库使用，需注册</translation>
    </message>
    <message>
      <source>linear, five attempts</source>
      <translation>线性，五次</translation>
    </message>
    <message>
      <source>listens</source>
      <translation>监听</translation>
    </message>
    <message>
      <source>literal</source>
      <translation>字面量</translation>
    </message>
    <message>
      <source>long head</source>
      <translation>头太长</translation>
    </message>
    <message>
      <source>longer length</source>
      <translation>更长的长度</translation>
    </message>
    <message>
      <source>made here, from the empty Close</source>
      <translation>在本端得出：收到空的 Close</translation>
    </message>
    <message>
      <source>made here, from the missing Close</source>
      <translation>在本端得出：没有收到 Close</translation>
    </message>
    <message>
      <source>made here, not from the Close</source>
      <translation>在本端得出：不取自 Close</translation>
    </message>
    <message>
      <source>marker bits</source>
      <translation>标记位</translation>
    </message>
    <message>
      <source>masked</source>
      <translation>已掩码</translation>
    </message>
    <message>
      <source>masking key</source>
      <translation>掩码密钥</translation>
    </message>
    <message>
      <source>may be sent</source>
      <translation>可以发送</translation>
    </message>
    <message>
      <source>meant for clients</source>
      <translation>供客户端使用</translation>
    </message>
    <message>
      <source>meant for servers</source>
      <translation>供服务器使用</translation>
    </message>
    <message>
      <source>meant for us (aud)</source>
      <translation>是给我们的（aud）</translation>
    </message>
    <message>
      <source>message</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>messages, pings and pongs</source>
      <translation>消息、ping 与 pong</translation>
    </message>
    <message>
      <source>missed {count}</source>
      <translation>错过 {count} 次</translation>
    </message>
    <message>
      <source>missing bytes: {count}</source>
      <translation>缺少的字节：{count}</translation>
    </message>
    <message>
      <source>more</source>
      <translation>还有</translation>
    </message>
    <message>
      <source>more fragments follow</source>
      <translation>后面还有分片</translation>
    </message>
    <message>
      <source>more of a message</source>
      <translation>消息的后续</translation>
    </message>
    <message>
      <source>must be answered</source>
      <translation>必须应答</translation>
    </message>
    <message>
      <source>network lost</source>
      <translation>网络断开</translation>
    </message>
    <message>
      <source>never entered</source>
      <translation>从未进入</translation>
    </message>
    <message>
      <source>never in a Close frame</source>
      <translation>不得出现在 Close 帧中</translation>
    </message>
    <message>
      <source>new at the server</source>
      <translation>服务器上新出现</translation>
    </message>
    <message>
      <source>next byte</source>
      <translation>下一个字节</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no Origin, no cookie</source>
      <translation>没有 Origin，没有 cookie</translation>
    </message>
    <message>
      <source>no acknowledgement of {id} after {tries} attempts: Ada’s program is told</source>
      <translation>{id} 发了 {tries} 次都没有确认：通知 Ada 的程序</translation>
    </message>
    <message>
      <source>no answer: only a hint</source>
      <translation>没有应答：只是提示</translation>
    </message>
    <message>
      <source>no answer: up to the client</source>
      <translation>没有应答：由客户端决定</translation>
    </message>
    <message>
      <source>no broker</source>
      <translation>没有消息代理</translation>
    </message>
    <message>
      <source>no character may be written so</source>
      <translation>没有字符可以这样写</translation>
    </message>
    <message>
      <source>no code</source>
      <translation>没有关闭码</translation>
    </message>
    <message>
      <source>no compression was agreed on</source>
      <translation>没有商定压缩</translation>
    </message>
    <message>
      <source>no cookie yet</source>
      <translation>还没有 cookie</translation>
    </message>
    <message>
      <source>no cookie: SameSite={same_site}</source>
      <translation>没有 cookie：SameSite={same_site}</translation>
    </message>
    <message>
      <source>no critical extension</source>
      <translation>没有必须理解的扩展</translation>
    </message>
    <message>
      <source>no envelope</source>
      <translation>不是信封</translation>
    </message>
    <message>
      <source>no error, no data,</source>
      <translation>没有错误，没有数据，</translation>
    </message>
    <message>
      <source>no first byte: 80–C1 and F5–FF</source>
      <translation>不能作首字节：80–C1 和 F5–FF</translation>
    </message>
    <message>
      <source>no frame came in</source>
      <translation>没有收到帧</translation>
    </message>
    <message>
      <source>no key, no content</source>
      <translation>没有密钥，就没有内容</translation>
    </message>
    <message>
      <source>no mask</source>
      <translation>无掩码</translation>
    </message>
    <message>
      <source>no masking key</source>
      <translation>没有掩码密钥</translation>
    </message>
    <message>
      <source>no meaning yet</source>
      <translation>还没有含义</translation>
    </message>
    <message>
      <source>no message has begun</source>
      <translation>没有消息开始</translation>
    </message>
    <message>
      <source>no message: a continuation of nothing</source>
      <translation>不是消息：无可延续</translation>
    </message>
    <message>
      <source>no pong</source>
      <translation>没有 pong</translation>
    </message>
    <message>
      <source>no pong before the end of TCP</source>
      <translation>直到 TCP 结束也没有 pong</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nobody has asked yet</source>
      <translation>还没有人来请求</translation>
    </message>
    <message>
      <source>nobody listens</source>
      <translation>没有人监听</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none in this frame</source>
      <translation>这个帧没有</translation>
    </message>
    <message>
      <source>none of the three is 1:</source>
      <translation>三个都不是 1：</translation>
    </message>
    <message>
      <source>none that was not offered</source>
      <translation>没有未提议过的</translation>
    </message>
    <message>
      <source>none: FIN was 1</source>
      <translation>没有了：FIN 为 1</translation>
    </message>
    <message>
      <source>none: it may not ask</source>
      <translation>没有：它不可以请求</translation>
    </message>
    <message>
      <source>none: the programs agree on nothing here</source>
      <translation>无：双方程序在此没有约定</translation>
    </message>
    <message>
      <source>not 16 bytes in base64</source>
      <translation>不是 16 个字节的 base64</translation>
    </message>
    <message>
      <source>not allowed here</source>
      <translation>不能出现在这里</translation>
    </message>
    <message>
      <source>not announced</source>
      <translation>没有公布</translation>
    </message>
    <message>
      <source>not checked</source>
      <translation>未检查</translation>
    </message>
    <message>
      <source>not checked yet</source>
      <translation>尚未检查</translation>
    </message>
    <message>
      <source>not compressed</source>
      <translation>未压缩</translation>
    </message>
    <message>
      <source>not compressed: RSV1 is 0, the payload is the text itself</source>
      <translation>未压缩：RSV1 为 0，载荷就是文本本身</translation>
    </message>
    <message>
      <source>not computed</source>
      <translation>没有计算</translation>
    </message>
    <message>
      <source>not defined</source>
      <translation>未定义</translation>
    </message>
    <message>
      <source>not defined yet</source>
      <translation>尚未定义</translation>
    </message>
    <message>
      <source>not done</source>
      <translation>没有做</translation>
    </message>
    <message>
      <source>not expired (exp)</source>
      <translation>没有过期（exp）</translation>
    </message>
    <message>
      <source>not kept, {size} bytes</source>
      <translation>没有保留，{size} 字节</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>还不知道</translation>
    </message>
    <message>
      <source>not looked at</source>
      <translation>不检查</translation>
    </message>
    <message>
      <source>not looked at yet.</source>
      <translation>还没有检查。</translation>
    </message>
    <message>
      <source>not made in the future</source>
      <translation>不是将来签发的</translation>
    </message>
    <message>
      <source>not masked</source>
      <translation>无掩码</translation>
    </message>
    <message>
      <source>not read yet</source>
      <translation>尚未读取</translation>
    </message>
    <message>
      <source>not sent yet</source>
      <translation>尚未发送</translation>
    </message>
    <message>
      <source>not so at byte {byte}</source>
      <translation>字节 {byte} 处不符</translation>
    </message>
    <message>
      <source>not taken</source>
      <translation>未采用</translation>
    </message>
    <message>
      <source>not there yet</source>
      <translation>还没有</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>not yet</source>
      <translation>还没有</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>什么也没有</translation>
    </message>
    <message>
      <source>nothing arrives</source>
      <translation>什么也没收到</translation>
    </message>
    <message>
      <source>nothing has been read yet</source>
      <translation>还没有读取任何内容</translation>
    </message>
    <message>
      <source>nothing has come yet</source>
      <translation>还没有内容到达</translation>
    </message>
    <message>
      <source>nothing is agreed before the client has checked the answer</source>
      <translation>客户端检查应答之前，什么都没有商定</translation>
    </message>
    <message>
      <source>nothing more</source>
      <translation>没有别的了</translation>
    </message>
    <message>
      <source>nothing offered</source>
      <translation>没有提议</translation>
    </message>
    <message>
      <source>nothing passes</source>
      <translation>什么都过不去</translation>
    </message>
    <message>
      <source>nothing reaches the program</source>
      <translation>什么也没有交给程序</translation>
    </message>
    <message>
      <source>nothing so far</source>
      <translation>暂时没有内容</translation>
    </message>
    <message>
      <source>nothing to notice</source>
      <translation>无从察觉</translation>
    </message>
    <message>
      <source>nothing to read yet</source>
      <translation>还没有可读的内容</translation>
    </message>
    <message>
      <source>nothing until the recording ends</source>
      <translation>直到录制结束，什么也没做</translation>
    </message>
    <message>
      <source>nothing was told</source>
      <translation>尚未得知任何结果</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>还没有</translation>
    </message>
    <message>
      <source>nothing: it refused</source>
      <translation>无：它拒绝了连接</translation>
    </message>
    <message>
      <source>nothing: this is in the clear</source>
      <translation>没有：这是明文</translation>
    </message>
    <message>
      <source>now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>now closes TCP</source>
      <translation>接着关闭 TCP</translation>
    </message>
    <message>
      <source>now the claims may be believed</source>
      <translation>现在可以相信声明</translation>
    </message>
    <message>
      <source>odd, so the result is 1</source>
      <translation>奇数，结果为 1</translation>
    </message>
    <message>
      <source>of no connection</source>
      <translation>无任何通知</translation>
    </message>
    <message>
      <source>of what is inside, an eavesdropper has direction, size and time</source>
      <translation>对里面的内容，窃听者只有方向、大小和时间</translation>
    </message>
    <message>
      <source>of {all} delivered</source>
      <translation>/ {all} 已送达</translation>
    </message>
    <message>
      <source>of {bits}</source>
      <translation>共 {bits}</translation>
    </message>
    <message>
      <source>off</source>
      <translation>清零</translation>
    </message>
    <message>
      <source>off, starts empty</source>
      <translation>关，从空窗口开始</translation>
    </message>
    <message>
      <source>off: binary is any bytes</source>
      <translation>不工作：二进制可以是任何字节</translation>
    </message>
    <message>
      <source>on</source>
      <translation>置位</translation>
    </message>
    <message>
      <source>on Ada’s list</source>
      <translation>Ada 的清单</translation>
    </message>
    <message>
      <source>on the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>on the wire, the payload begins</source>
      <translation>线路上，载荷的开头</translation>
    </message>
    <message>
      <source>on top</source>
      <translation>在上层</translation>
    </message>
    <message>
      <source>on, window kept</source>
      <translation>开，保留窗口</translation>
    </message>
    <message>
      <source>one WebSocket session</source>
      <translation>一个 WebSocket 会话</translation>
    </message>
    <message>
      <source>one binary message</source>
      <translation>同一条二进制消息</translation>
    </message>
    <message>
      <source>one key for all frames</source>
      <translation>所有帧用一个密钥</translation>
    </message>
    <message>
      <source>one of the three is 1:</source>
      <translation>三个中有一个 1：</translation>
    </message>
    <message>
      <source>one text message</source>
      <translation>同一条文本消息</translation>
    </message>
    <message>
      <source>one too many</source>
      <translation>多了一条</translation>
    </message>
    <message>
      <source>only if payload length is 127</source>
      <translation>仅当载荷长度为 127 时存在</translation>
    </message>
    <message>
      <source>op {codes}</source>
      <translation>op {codes}</translation>
    </message>
    <message>
      <source>op {opcode:x}</source>
      <translation>op {opcode:x}</translation>
    </message>
    <message>
      <source>opcode</source>
      <translation>操作码</translation>
    </message>
    <message>
      <source>opcode {opcode} ({name}), FIN {fin}: {text}</source>
      <translation>操作码 {opcode}（{name}），FIN {fin}：{text}</translation>
    </message>
    <message>
      <source>open</source>
      <translation>未定</translation>
    </message>
    <message>
      <source>open event</source>
      <translation>open 事件</translation>
    </message>
    <message>
      <source>opening handshake</source>
      <translation>打开握手</translation>
    </message>
    <message>
      <source>optional: only if offered</source>
      <translation>可选：不得选未列出的</translation>
    </message>
    <message>
      <source>optional: server’s policy</source>
      <translation>可选：由服务器策略决定</translation>
    </message>
    <message>
      <source>or go on without</source>
      <translation>否则不压缩，继续</translation>
    </message>
    <message>
      <source>others are plain HTTP</source>
      <translation>其他都是普通 HTTP</translation>
    </message>
    <message>
      <source>otherwise answer {status}</source>
      <translation>否则返回 {status}</translation>
    </message>
    <message>
      <source>own side</source>
      <translation>本方程序</translation>
    </message>
    <message>
      <source>own {segment}</source>
      <translation>自己的 {segment}</translation>
    </message>
    <message>
      <source>pad</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>page writes</source>
      <translation>页面写</translation>
    </message>
    <message>
      <source>parameters as RFC 7692 says</source>
      <translation>参数符合 RFC 7692</translation>
    </message>
    <message>
      <source>path</source>
      <translation>路径</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
    </message>
    <message>
      <source>payload bytes before → after</source>
      <translation>载荷字节数：之前 → 之后</translation>
    </message>
    <message>
      <source>payload data</source>
      <translation>载荷数据</translation>
    </message>
    <message>
      <source>payload data (masked)</source>
      <translation>载荷数据（已掩码）</translation>
    </message>
    <message>
      <source>payload is a JSON object</source>
      <translation>载荷是 JSON 对象</translation>
    </message>
    <message>
      <source>payload length</source>
      <translation>载荷长度</translation>
    </message>
    <message>
      <source>payload, masked</source>
      <translation>载荷（已掩码）</translation>
    </message>
    <message>
      <source>payload, {size} bytes</source>
      <translation>载荷，{size} 字节</translation>
    </message>
    <message>
      <source>payload[i]</source>
      <translation>载荷[i]</translation>
    </message>
    <message numerus="yes">
      <source>peer #{number}, last %n ping(s)</source>
      <translation>
        <numerusform>对端 #{number}，最近 %n 次 ping</numerusform>
      </translation>
    </message>
    <message>
      <source>peer #{number}: no ping was answered yet</source>
      <translation>对端 #{number}：还没有收到对 ping 的回应</translation>
    </message>
    <message>
      <source>ping</source>
      <translation>ping</translation>
    </message>
    <message>
      <source>pings and pongs</source>
      <translation>ping 与 pong</translation>
    </message>
    <message>
      <source>places left in the block</source>
      <translation>个空位</translation>
    </message>
    <message>
      <source>plain text on the wire</source>
      <translation>线路上是明文</translation>
    </message>
    <message>
      <source>please switch this connection to WebSocket</source>
      <translation>请把这条连接切换为 WebSocket</translation>
    </message>
    <message>
      <source>pong</source>
      <translation>pong</translation>
    </message>
    <message>
      <source>port {port}, plain TCP</source>
      <translation>端口 {port}，明文 TCP</translation>
    </message>
    <message>
      <source>private use</source>
      <translation>私有使用</translation>
    </message>
    <message>
      <source>process what comes after</source>
      <translation>处理此后到来的内容</translation>
    </message>
    <message>
      <source>protocol and extensions</source>
      <translation>协议与扩展</translation>
    </message>
    <message>
      <source>proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <source>publish</source>
      <translation>发布</translation>
    </message>
    <message>
      <source>put aside by the server</source>
      <translation>被服务器搁在一边</translation>
    </message>
    <message>
      <source>query</source>
      <translation>查询</translation>
    </message>
    <message>
      <source>read</source>
      <translation>读出来了</translation>
    </message>
    <message>
      <source>read as text</source>
      <translation>当文本来读</translation>
    </message>
    <message>
      <source>read from the peer’s Close</source>
      <translation>从对方的 Close 读出</translation>
    </message>
    <message>
      <source>reads HTTP only</source>
      <translation>只懂 HTTP</translation>
    </message>
    <message>
      <source>reads no more of it</source>
      <translation>不再读取它</translation>
    </message>
    <message>
      <source>reads: {text}</source>
      <translation>读到：{text}</translation>
    </message>
    <message>
      <source>reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>receiver</source>
      <translation>接收方</translation>
    </message>
    <message>
      <source>receives Close</source>
      <translation>收到 Close</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>被拒绝</translation>
    </message>
    <message>
      <source>refused: no envelope</source>
      <translation>拒绝：不是信封</translation>
    </message>
    <message>
      <source>refused: there was no connection</source>
      <translation>被拒绝：没有建立连接</translation>
    </message>
    <message>
      <source>refuses</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>removed</source>
      <translation>已去掉</translation>
    </message>
    <message>
      <source>request</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>request line: method, path, HTTP version</source>
      <translation>请求行：方法、路径、HTTP 版本</translation>
    </message>
    <message>
      <source>request, row {number}</source>
      <translation>请求，第 {number} 行</translation>
    </message>
    <message>
      <source>request: {size}</source>
      <translation>请求：{size}</translation>
    </message>
    <message>
      <source>requests</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>requests: {requests}, {up}; heads {heads}, framing {framing}, event {event}</source>
      <translation>请求 {requests} 个，{up}；响应首部 {heads}，成帧 {framing}，事件 {event}</translation>
    </message>
    <message>
      <source>required claims are there</source>
      <translation>必需的声明都在</translation>
    </message>
    <message>
      <source>reserved</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>resets TCP</source>
      <translation>重置 TCP</translation>
    </message>
    <message>
      <source>response</source>
      <translation>响应</translation>
    </message>
    <message>
      <source>response, row {number}</source>
      <translation>响应，第 {number} 行</translation>
    </message>
    <message>
      <source>restarts</source>
      <translation>正在重启</translation>
    </message>
    <message>
      <source>room “{room}”</source>
      <translation>房间“{room}”</translation>
    </message>
    <message>
      <source>says</source>
      <comment>a page says something</comment>
      <translation>说</translation>
    </message>
    <message>
      <source>scheme</source>
      <translation>scheme</translation>
    </message>
    <message>
      <source>seconds to wait before the next try</source>
      <translation>下次再试之前要等的秒数</translation>
    </message>
    <message>
      <source>segment {number}</source>
      <translation>报文段 {number}</translation>
    </message>
    <message>
      <source>send Close {code} first</source>
      <translation>先发送 Close {code}</translation>
    </message>
    <message>
      <source>send a Close frame</source>
      <translation>发送 Close 帧</translation>
    </message>
    <message>
      <source>sends Close</source>
      <translation>发送 Close</translation>
    </message>
    <message>
      <source>sends a frame at once</source>
      <translation>立刻发送了帧</translation>
    </message>
    <message>
      <source>sends no more data,</source>
      <translation>不再发送数据，</translation>
    </message>
    <message>
      <source>sends {what}</source>
      <translation>发送 {what}</translation>
    </message>
    <message>
      <source>sent at {time}</source>
      <translation>发送于 {time}</translation>
    </message>
    <message>
      <source>sent by</source>
      <translation>发送者</translation>
    </message>
    <message>
      <source>sent by the server</source>
      <translation>服务器所发</translation>
    </message>
    <message>
      <source>sent {sent}, of these again {again} · given to Ben’s program {given} · duplicates removed {removed}</source>
      <translation>发出 {sent}，其中重发 {again} · 交给 Ben 的程序 {given} · 去掉重复 {removed}</translation>
    </message>
    <message>
      <source>sent, not arrived</source>
      <translation>已发送，没有到达</translation>
    </message>
    <message>
      <source>server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>server frame {number}</source>
      <translation>服务器的帧 {number}</translation>
    </message>
    <message>
      <source>server is told</source>
      <translation>服务器得知</translation>
    </message>
    <message>
      <source>server sent</source>
      <translation>服务器所发</translation>
    </message>
    <message>
      <source>server to client</source>
      <translation>服务器到客户端</translation>
    </message>
    <message>
      <source>server to client: byte number after the handshake, in order of arrival</source>
      <translation>服务器到客户端：握手之后的字节编号，按到达顺序</translation>
    </message>
    <message>
      <source>server writes</source>
      <translation>服务器写</translation>
    </message>
    <message>
      <source>server → client</source>
      <translation>服务器 → 客户端</translation>
    </message>
    <message>
      <source>server: a window of at most {size} bytes</source>
      <translation>请服务器的窗口不超过 {size} 字节</translation>
    </message>
    <message>
      <source>server: forget after each message</source>
      <translation>请服务器在每条消息后忘掉</translation>
    </message>
    <message>
      <source>server’s Close</source>
      <translation>服务器的 Close</translation>
    </message>
    <message>
      <source>set</source>
      <translation>已置位</translation>
    </message>
    <message>
      <source>signature is right</source>
      <translation>签名正确</translation>
    </message>
    <message>
      <source>size not known</source>
      <translation>大小未知</translation>
    </message>
    <message>
      <source>status line: HTTP version, status, reason</source>
      <translation>状态行：HTTP 版本、状态码、原因短语</translation>
    </message>
    <message>
      <source>stay within its own limits</source>
      <translation>不超过自己的上限</translation>
    </message>
    <message>
      <source>stays away</source>
      <translation>不再来</translation>
    </message>
    <message>
      <source>still open</source>
      <translation>仍然打开</translation>
    </message>
    <message>
      <source>subprotocols offered, in order of preference</source>
      <translation>按优先顺序列出可接受的子协议</translation>
    </message>
    <message>
      <source>such as text that is not UTF-8</source>
      <translation>例如不是 UTF-8 的文本</translation>
    </message>
    <message>
      <source>sum mod 2³²</source>
      <translation>和 mod 2³²</translation>
    </message>
    <message>
      <source>t 0–15   the block</source>
      <translation>t 0–15   块本身</translation>
    </message>
    <message>
      <source>t 16–79   each from four words before it</source>
      <translation>t 16–79   各由之前的四个字得出</translation>
    </message>
    <message>
      <source>tag, {count} bytes</source>
      <translation>标签，{count} 字节</translation>
    </message>
    <message>
      <source>take the code to be 1006</source>
      <translation>把关闭码视为 1006</translation>
    </message>
    <message>
      <source>takes {count}</source>
      <translation>接受 {count}</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>text and binary messages</source>
      <translation>文本与二进制消息</translation>
    </message>
    <message>
      <source>text in UTF-8</source>
      <translation>UTF-8 文本</translation>
    </message>
    <message>
      <source>text messages</source>
      <translation>文本消息</translation>
    </message>
    <message>
      <source>text so far: {size} bytes, {characters} characters</source>
      <translation>文本至此：{size} 字节，{characters} 个字符</translation>
    </message>
    <message>
      <source>text, not a frame</source>
      <translation>文本，不是帧</translation>
    </message>
    <message>
      <source>text: ping {id}</source>
      <translation>文本：ping {id}</translation>
    </message>
    <message>
      <source>text: pong {id}</source>
      <translation>文本：pong {id}</translation>
    </message>
    <message>
      <source>the 1 bit and seven zeros</source>
      <translation>一个 1 位和七个 0 位</translation>
    </message>
    <message>
      <source>the TLS handshake failed</source>
      <translation>TLS 握手失败</translation>
    </message>
    <message>
      <source>the accept values come after the last round</source>
      <translation>最后一轮之后才有 accept 值</translation>
    </message>
    <message>
      <source>the broker has stopped</source>
      <translation>消息代理停了</translation>
    </message>
    <message>
      <source>the bytes {hex}</source>
      <translation>字节 {hex}</translation>
    </message>
    <message>
      <source>the client fails the connection and tells its program {code}</source>
      <translation>客户端使连接失败，并告诉程序 {code}</translation>
    </message>
    <message>
      <source>the client has sent no Close yet</source>
      <translation>客户端还没有发 Close</translation>
    </message>
    <message>
      <source>the client sent no Close</source>
      <translation>客户端没有发 Close</translation>
    </message>
    <message>
      <source>the client’s program has not been told</source>
      <translation>客户端的程序还没有得知</translation>
    </message>
    <message>
      <source>the client’s program is told {told}</source>
      <translation>客户端的程序得知 {told}</translation>
    </message>
    <message>
      <source>the connection breaks</source>
      <translation>连接断了</translation>
    </message>
    <message>
      <source>the connection did what it was for</source>
      <translation>连接完成了任务</translation>
    </message>
    <message>
      <source>the connection ends after this answer</source>
      <translation>这次响应之后连接结束</translation>
    </message>
    <message>
      <source>the event itself</source>
      <translation>事件本身</translation>
    </message>
    <message>
      <source>the extensions that the server chose</source>
      <translation>服务器选定的扩展</translation>
    </message>
    <message>
      <source>the header is missing</source>
      <translation>缺少这个首部</translation>
    </message>
    <message>
      <source>the header stands twice</source>
      <translation>这个首部出现两次</translation>
    </message>
    <message>
      <source>the last pair that was answered, at {time}</source>
      <translation>最近得到回答的一对，{time}</translation>
    </message>
    <message>
      <source>the length itself</source>
      <translation>就是长度本身</translation>
    </message>
    <message>
      <source>the library answers</source>
      <translation>由库回答</translation>
    </message>
    <message>
      <source>the library checks</source>
      <translation>由库检查</translation>
    </message>
    <message>
      <source>the majority is 0</source>
      <translation>多数为 0</translation>
    </message>
    <message>
      <source>the majority is 1</source>
      <translation>多数为 1</translation>
    </message>
    <message>
      <source>the message ends inside a character: {code}</source>
      <translation>消息在字符中间结束：{code}</translation>
    </message>
    <message>
      <source>the message is whole and valid</source>
      <translation>消息完整而且合法</translation>
    </message>
    <message>
      <source>the methods that are allowed</source>
      <translation>允许的方法</translation>
    </message>
    <message>
      <source>the only version in use since RFC 6455 (2011)</source>
      <translation>RFC 6455（2011 年）以来唯一使用的版本</translation>
    </message>
    <message>
      <source>the page that opened the socket; browsers always send it</source>
      <translation>发起连接的页面来源，浏览器一定会带上</translation>
    </message>
    <message>
      <source>the peer broke a rule</source>
      <translation>对方违反了规则</translation>
    </message>
    <message>
      <source>the protocol and its extensions</source>
      <translation>协议及其扩展</translation>
    </message>
    <message>
      <source>the protocol that the server would switch to</source>
      <translation>服务器愿意切换到的协议</translation>
    </message>
    <message>
      <source>the receiver puts them back</source>
      <translation>由接收方补上</translation>
    </message>
    <message>
      <source>the same in every server (RFC 6455 §1.3)</source>
      <translation>所有服务器都相同（RFC 6455 §1.3）</translation>
    </message>
    <message>
      <source>the script</source>
      <translation>脚本</translation>
    </message>
    <message>
      <source>the server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>the server did not come to it.</source>
      <translation>服务器没有查到这一项。</translation>
    </message>
    <message>
      <source>the server has sent no Close yet</source>
      <translation>服务器还没有发 Close</translation>
    </message>
    <message>
      <source>the server left out an extension</source>
      <translation>服务器缺了某个扩展</translation>
    </message>
    <message>
      <source>the server sent no Close</source>
      <translation>服务器没有发 Close</translation>
    </message>
    <message>
      <source>the server stops, the page is left</source>
      <translation>服务器停止，或离开页面</translation>
    </message>
    <message>
      <source>the server uses at most {size} bytes</source>
      <translation>服务器最多用 {size} 字节</translation>
    </message>
    <message>
      <source>the server will forget</source>
      <translation>服务器会忘掉</translation>
    </message>
    <message>
      <source>the server’s GUID</source>
      <translation>服务器的 GUID</translation>
    </message>
    <message>
      <source>the server’s answer to the client’s key</source>
      <translation>服务器对客户端密钥的应答</translation>
    </message>
    <message>
      <source>the server’s clock: {time}</source>
      <translation>服务器的时钟：{time}</translation>
    </message>
    <message>
      <source>the server’s program breaks down</source>
      <translation>服务器的程序垮了</translation>
    </message>
    <message>
      <source>the server’s program has not been told</source>
      <translation>服务器的程序还没有得知</translation>
    </message>
    <message>
      <source>the server’s program is told {told}</source>
      <translation>服务器的程序得知 {told}</translation>
    </message>
    <message>
      <source>the service is overloaded</source>
      <translation>服务过载</translation>
    </message>
    <message>
      <source>the service is restarted</source>
      <translation>服务正在重启</translation>
    </message>
    <message>
      <source>the shortest one that fits  §5.2</source>
      <translation>用放得下的最短形式  §5.2</translation>
    </message>
    <message>
      <source>the subprotocol that the server chose</source>
      <translation>服务器选定的子协议</translation>
    </message>
    <message>
      <source>the sum</source>
      <translation>相加之和</translation>
    </message>
    <message>
      <source>the text is too long for this picture, or the bits go wrong</source>
      <translation>文本太长，无法画出，或者这些位有错</translation>
    </message>
    <message>
      <source>the text itself, not the bytes it decodes to</source>
      <translation>用文本本身，而不是解码后的字节</translation>
    </message>
    <message>
      <source>the version of the protocol that the client speaks</source>
      <translation>客户端使用的协议版本</translation>
    </message>
    <message>
      <source>the version that the server understands</source>
      <translation>服务器支持的版本</translation>
    </message>
    <message>
      <source>then = for the gap</source>
      <translation>空缺处写 =</translation>
    </message>
    <message>
      <source>then all move left by one, and the first becomes the last.</source>
      <translation>然后整体左移一格，首格移到末尾。</translation>
    </message>
    <message>
      <source>then closes TCP</source>
      <translation>然后关闭 TCP</translation>
    </message>
    <message>
      <source>then more length, the masking key and the payload</source>
      <translation>之后是扩展长度、掩码密钥和载荷</translation>
    </message>
    <message>
      <source>then, as long as it stays</source>
      <translation>然后，直到有人结束</translation>
    </message>
    <message>
      <source>these bits are no DEFLATE</source>
      <translation>这些位不是 DEFLATE</translation>
    </message>
    <message>
      <source>this connection switches to WebSocket</source>
      <translation>这条连接切换为 WebSocket</translation>
    </message>
    <message>
      <source>this frame: {length}</source>
      <translation>这个帧：{length}</translation>
    </message>
    <message>
      <source>this frame: {length}, {form} bits would do</source>
      <translation>这个帧：{length}，{form} 位就够了</translation>
    </message>
    <message>
      <source>three base64url parts</source>
      <translation>三个 base64url 部分</translation>
    </message>
    <message>
      <source>three packets and one round trip before the first byte</source>
      <translation>三个包、一个往返，然后才有第一个字节</translation>
    </message>
    <message>
      <source>thrown away by the server</source>
      <translation>被服务器丢掉</translation>
    </message>
    <message>
      <source>to the client</source>
      <translation>发往客户端</translation>
    </message>
    <message>
      <source>to the server</source>
      <translation>发往服务器</translation>
    </message>
    <message>
      <source>token, case-insensitive</source>
      <translation>token，不区分大小写</translation>
    </message>
    <message>
      <source>told to</source>
      <translation>告知</translation>
    </message>
    <message>
      <source>told {code}</source>
      <translation>得知 {code}</translation>
    </message>
    <message>
      <source>told {code} at {time} s</source>
      <translation>第 {time} 秒得知 {code}</translation>
    </message>
    <message>
      <source>told: {code}, clean</source>
      <translation>程序得知 {code}，正常关闭</translation>
    </message>
    <message>
      <source>told: {code}, not clean</source>
      <translation>程序得知 {code}，非正常</translation>
    </message>
    <message>
      <source>too big for it to process</source>
      <translation>太大，无法处理</translation>
    </message>
    <message>
      <source>too long: {least} of {size} bytes would do</source>
      <translation>过长：用了 {size} 个字节，{least} 个就够</translation>
    </message>
    <message>
      <source>too many connections</source>
      <translation>连接太多</translation>
    </message>
    <message>
      <source>tunnels, reads no more</source>
      <translation>只做隧道，不再读取</translation>
    </message>
    <message>
      <source>two of the three are 1:</source>
      <translation>三个中有两个 1：</translation>
    </message>
    <message>
      <source>unmasked</source>
      <translation>去掩码</translation>
    </message>
    <message>
      <source>wait for the answer</source>
      <translation>等待应答</translation>
    </message>
    <message>
      <source>waiting of an event</source>
      <translation>事件等待的时间</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>等待</translation>
    </message>
    <message>
      <source>waits for TCP to close</source>
      <translation>等待 TCP 关闭</translation>
    </message>
    <message>
      <source>waits for the answer</source>
      <translation>等待应答</translation>
    </message>
    <message>
      <source>waits for the other’s</source>
      <translation>等待对方的 FIN</translation>
    </message>
    <message>
      <source>waits {delay}</source>
      <translation>等待 {delay}</translation>
    </message>
    <message>
      <source>was not offered</source>
      <translation>没有提议过</translation>
    </message>
    <message>
      <source>was {register}</source>
      <translation>原为 {register}</translation>
    </message>
    <message>
      <source>well-formed (Unicode, table 3-7)</source>
      <translation>合法序列（Unicode 表 3-7）</translation>
    </message>
    <message numerus="yes">
      <source>went on: %n data frame(s)</source>
      <translation>
        <numerusform>继续发送：%n 个数据帧</numerusform>
      </translation>
    </message>
    <message>
      <source>what the GET asks for</source>
      <translation>GET 请求的内容</translation>
    </message>
    <message>
      <source>what the client asks, line by line</source>
      <translation>客户端逐行提出的请求</translation>
    </message>
    <message>
      <source>what the next visitor gets</source>
      <translation>下一位访客拿到什么</translation>
    </message>
    <message>
      <source>what the one program says to the other</source>
      <translation>一个程序对另一个说的话</translation>
    </message>
    <message>
      <source>what the proxy takes for a request</source>
      <translation>代理当成请求的</translation>
    </message>
    <message>
      <source>what the receiver is to do with it</source>
      <translation>接收方该拿它做什么</translation>
    </message>
    <message>
      <source>what the server answers, line by line</source>
      <translation>服务器逐行给出的响应</translation>
    </message>
    <message>
      <source>when it was written, in milliseconds since 1970</source>
      <translation>什么时候写的，1970 年以来的毫秒数</translation>
    </message>
    <message>
      <source>where to ask instead; browsers do not follow</source>
      <translation>该到哪里去问；浏览器不跟随</translation>
    </message>
    <message>
      <source>where to look</source>
      <translation>看哪里</translation>
    </message>
    <message>
      <source>which message it is, however often it comes</source>
      <translation>是哪条消息，不管来几次</translation>
    </message>
    <message>
      <source>which virtual host should answer</source>
      <translation>由哪个虚拟主机应答</translation>
    </message>
    <message>
      <source>who the client is; no page can set it here</source>
      <translation>客户端的身份；页面在这里无法设置</translation>
    </message>
    <message>
      <source>whoever is on the way reads every byte, the masked ones too: the key is in the frame</source>
      <translation>途中谁都能读到每个字节，做了掩码的也一样：密钥就在帧里</translation>
    </message>
    <message>
      <source>why stays in the server’s log</source>
      <translation>原因只写进服务器的日志</translation>
    </message>
    <message>
      <source>window {size} bytes</source>
      <translation>窗口 {size} 字节</translation>
    </message>
    <message>
      <source>with code {code}</source>
      <translation>关闭码为 {code}</translation>
    </message>
    <message>
      <source>with code {code} and the reason “{reason}”</source>
      <translation>关闭码为 {code}，原因为“{reason}”</translation>
    </message>
    <message>
      <source>with one byte of payload</source>
      <translation>载荷 1 字节</translation>
    </message>
    <message>
      <source>with {count} bytes of payload</source>
      <translation>载荷 {count} 字节</translation>
    </message>
    <message>
      <source>without payload</source>
      <translation>没有载荷</translation>
    </message>
    <message>
      <source>wss: port {port}, TLS between TCP and the rest. A fragment (#) means nothing here and is not allowed.</source>
      <translation>wss：端口 {port}，TCP 与其余部分之间是 TLS。片段（#）在这里没有意义，不允许出现。</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>you may tell the client a window</source>
      <translation>可以为客户端指定窗口</translation>
    </message>
    <message>
      <source>zero</source>
      <translation>零</translation>
    </message>
    <message>
      <source>zeros</source>
      <translation>零</translation>
    </message>
    <message>
      <source>{address}  ⇄ #{number}</source>
      <translation>{address}  ⇄ #{number}</translation>
    </message>
    <message>
      <source>{back} of {clients} back</source>
      <translation>{clients} 个里回来 {back} 个</translation>
    </message>
    <message>
      <source>{before} bytes become {after}</source>
      <translation>{before} 字节变成 {after} 字节</translation>
    </message>
    <message>
      <source>{bits} bits</source>
      <translation>{bits} 位</translation>
    </message>
    <message>
      <source>{bits} bits of padding,</source>
      <translation>{bits} 个填充位，</translation>
    </message>
    <message>
      <source>{bits} bits, in the order they are read</source>
      <translation>{bits} 位，按读取顺序</translation>
    </message>
    <message>
      <source>{bits}-bit length</source>
      <translation>{bits} 位长度</translation>
    </message>
    <message>
      <source>{blocks} blocks × 80</source>
      <translation>{blocks} 块 × 80</translation>
    </message>
    <message>
      <source>{byte:02x} begins no character. Latin-1 would read “{sign}”.</source>
      <translation>没有字符以 {byte:02x} 开头。按 Latin-1 它是“{sign}”。</translation>
    </message>
    <message>
      <source>{byte:02x} can only continue a character</source>
      <translation>{byte:02x} 只能接续一个字符</translation>
    </message>
    <message>
      <source>{bytes}, network byte order</source>
      <translation>{bytes}，网络字节序</translation>
    </message>
    <message>
      <source>{check} ({source}): {result}</source>
      <translation>{check}（{source}）：{result}</translation>
    </message>
    <message>
      <source>{clause}, {name}: the answer is Close {code}</source>
      <translation>{clause}，{name}：以 Close {code} 应答</translation>
    </message>
    <message>
      <source>{code}, clean</source>
      <translation>{code}，正常</translation>
    </message>
    <message>
      <source>{code}, closed</source>
      <translation>{code}，已关闭</translation>
    </message>
    <message>
      <source>{code}, link lost</source>
      <translation>{code}，连接丢失</translation>
    </message>
    <message>
      <source>{code}, not clean</source>
      <translation>{code}，非正常</translation>
    </message>
    <message>
      <source>{count} bytes</source>
      <translation>{count} 字节</translation>
    </message>
    <message>
      <source>{count} characters</source>
      <translation>{count} 个字符</translation>
    </message>
    <message>
      <source>{count} key</source>
      <translation>{count} 密钥</translation>
    </message>
    <message>
      <source>{count} length: {bits} bits</source>
      <translation>{count} 长度：{bits} 位</translation>
    </message>
    <message>
      <source>{count} more bytes</source>
      <translation>另有 {count} 个字节</translation>
    </message>
    <message>
      <source>{count} of 28 characters differ</source>
      <translation>28 个字符中有 {count} 个不同</translation>
    </message>
    <message>
      <source>{count} of {all} bits of the key turn it</source>
      <translation>密钥的 {all} 个比特中有 {count} 个会翻转它</translation>
    </message>
    <message>
      <source>{count} of {all} rows</source>
      <translation>{all} 行中的 {count} 行</translation>
    </message>
    <message>
      <source>{count} sockets</source>
      <translation>{count} 个套接字</translation>
    </message>
    <message>
      <source>{count} zeros</source>
      <translation>{count} 个零</translation>
    </message>
    <message>
      <source>{count}/s</source>
      <translation>{count}/秒</translation>
    </message>
    <message>
      <source>{delay}: {outcome}</source>
      <translation>{delay}：{outcome}</translation>
    </message>
    <message>
      <source>{field} (continued)</source>
      <translation>{field}（续）</translation>
    </message>
    <message>
      <source>{field}, bit {bit}, value {value}</source>
      <translation>{field}，第 {bit} 位，值 {value}</translation>
    </message>
    <message>
      <source>{field}, bit {bit}, value {value}, byte {byte} mask 0x{mask:02x}. {meaning} {section}</source>
      <translation>{field}，位 {bit}，值 {value}，字节 {byte}，掩码 0x{mask:02x}。{meaning}{section}</translation>
    </message>
    <message>
      <source>{field}, continued</source>
      <translation>{field}（续）</translation>
    </message>
    <message>
      <source>{field}, {place}. {meaning} {section}</source>
      <translation>{field}，{place}。{meaning}{section}</translation>
    </message>
    <message>
      <source>{field}: bit {first}.</source>
      <translation>{field}：第 {first} 位。</translation>
    </message>
    <message>
      <source>{field}: bits {first} to {last}.</source>
      <translation>{field}：第 {first} 至 {last} 位。</translation>
    </message>
    <message>
      <source>{field}: from bit {first} on.</source>
      <translation>{field}：从第 {first} 位开始。</translation>
    </message>
    <message>
      <source>{field}: {value}. {remark}</source>
      <translation>{field}：{value}。{remark}</translation>
    </message>
    <message>
      <source>{first}–{last} s</source>
      <translation>{first}–{last} 秒</translation>
    </message>
    <message>
      <source>{frames} frames, {size} bytes: RSV1 stands on the first only</source>
      <translation>{frames} 个帧，{size} 字节：RSV1 只在第一个</translation>
    </message>
    <message>
      <source>{frame}: complete</source>
      <translation>{frame}：完整</translation>
    </message>
    <message>
      <source>{gone} gave up</source>
      <translation>{gone} 个放弃</translation>
    </message>
    <message>
      <source>{header} is missing</source>
      <translation>缺少 {header}</translation>
    </message>
    <message>
      <source>{head}: every rule holds</source>
      <translation>{head}：所有规则都符合</translation>
    </message>
    <message>
      <source>{heard} of {all} pages have the word.</source>
      <translation>{all} 个页面里有 {heard} 个收到。</translation>
    </message>
    <message>
      <source>{here} of {size}</source>
      <translation>{here} / {size}</translation>
    </message>
    <message>
      <source>{here} of {size} here</source>
      <translation>到了 {here} / {size}</translation>
    </message>
    <message>
      <source>{id} again</source>
      <translation>{id} 重发</translation>
    </message>
    <message>
      <source>{id} again: removed</source>
      <translation>{id} 重复：去掉</translation>
    </message>
    <message>
      <source>{id} is early: kept</source>
      <translation>{id} 早到：留着</translation>
    </message>
    <message>
      <source>{index} mod 4 = {place}</source>
      <translation>{index} mod 4 = {place}</translation>
    </message>
    <message>
      <source>{inside}: {size} bytes</source>
      <translation>{inside}：{size} 字节</translation>
    </message>
    <message>
      <source>{inside}: {size} bytes, and nothing around them</source>
      <translation>{inside}：{size} 字节，外面什么也没有</translation>
    </message>
    <message>
      <source>{item}: {fate}</source>
      <translation>{item}：{fate}</translation>
    </message>
    <message>
      <source>{joined} bytes and at least 9 more do not fit into {room}: one more block</source>
      <translation>{joined} 字节再加至少 9 字节放不进 {room} 字节：再加一块</translation>
    </message>
    <message>
      <source>{joined} bytes and at least 9 more fit into {room}</source>
      <translation>{joined} 字节再加至少 9 字节，放得进 {room} 字节</translation>
    </message>
    <message>
      <source>{joined} bytes are padded with 0x80, {zeros} zeros and the length {bits} bits.</source>
      <translation>{joined} 字节之后填充 0x80、{zeros} 个零和长度 {bits} 位。</translation>
    </message>
    <message>
      <source>{joined} of {total} places are taken, {free} are left</source>
      <translation>{total} 个位置已占 {joined} 个，还剩 {free} 个</translation>
    </message>
    <message>
      <source>{key} + {guid} = {joined} bytes</source>
      <translation>{key} + {guid} = {joined} 字节</translation>
    </message>
    <message>
      <source>{known} of {size} bytes have been read. The validator: {state}.</source>
      <translation>已读取 {size} 个字节中的 {known} 个。校验器：{state}。</translation>
    </message>
    <message>
      <source>{least} to {most} bytes</source>
      <translation>{least} 到 {most} 字节</translation>
    </message>
    <message>
      <source>{length}: more length follows</source>
      <translation>{length}：后面还有长度</translation>
    </message>
    <message>
      <source>{lines} lines, {bytes} bytes</source>
      <translation>{lines} 行，{bytes} 字节</translation>
    </message>
    <message>
      <source>{lines} lines, {bytes} bytes, plain ASCII</source>
      <translation>{lines} 行，{bytes} 字节，纯 ASCII</translation>
    </message>
    <message>
      <source>{lines}, {bytes}</source>
      <translation>{lines}，{bytes}</translation>
    </message>
    <message>
      <source>{message} has not been sent yet.</source>
      <translation>{message} 尚未发送。</translation>
    </message>
    <message>
      <source>{message} in DEFLATE</source>
      <translation>{message} 的 DEFLATE</translation>
    </message>
    <message>
      <source>{message}, {size} bytes</source>
      <translation>{message}，{size} 字节</translation>
    </message>
    <message>
      <source>{message}: {before} bytes of text, {after} bytes of payload.</source>
      <translation>{message}：文本 {before} 字节，载荷 {after} 字节。</translation>
    </message>
    <message>
      <source>{name} after the round: {word}, {origin}</source>
      <translation>本轮之后的 {name}：{word}，{origin}</translation>
    </message>
    <message>
      <source>{name} before the round: {word}</source>
      <translation>本轮之前的 {name}：{word}</translation>
    </message>
    <message>
      <source>{name} is {word}</source>
      <translation>{name} 是 {word}</translation>
    </message>
    <message>
      <source>{name} of b, c and d: {word}</source>
      <translation>b、c、d 的 {name}：{word}</translation>
    </message>
    <message>
      <source>{name}, broken rule: {rule}</source>
      <translation>{name}，违反规则：{rule}</translation>
    </message>
    <message>
      <source>{name}. {opcode}, FIN {fin}: {header} bytes of header, {payload} of payload.</source>
      <translation>{name}。{opcode}，FIN {fin}：帧头 {header} 字节，载荷 {payload} 字节。</translation>
    </message>
    <message>
      <source>{name}: 1 bit, bit {start}</source>
      <translation>{name}：第 {start} 位，1 位</translation>
    </message>
    <message>
      <source>{name}: {bits} bits from bit {start}</source>
      <translation>{name}：从第 {start} 位起，{bits} 位</translation>
    </message>
    <message>
      <source>{name}: {passed} of {total} passed</source>
      <translation>{name}：已通过 {passed} / {total}</translation>
    </message>
    <message>
      <source>{name}: “{text}”</source>
      <translation>{name}：“{text}”</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} / {count}</translation>
    </message>
    <message>
      <source>{number} s</source>
      <translation>{number} 秒</translation>
    </message>
    <message>
      <source>{opcode}, FIN {fin}</source>
      <translation>{opcode}，FIN {fin}</translation>
    </message>
    <message>
      <source>{opcode}, {length}</source>
      <translation>{opcode}，{length}</translation>
    </message>
    <message>
      <source>{ordinal} of {total}</source>
      <translation>第 {ordinal}/{total} 轮</translation>
    </message>
    <message>
      <source>{page} of the origin {origin}: {outcome}</source>
      <translation>{page}，来源 {origin}：{outcome}</translation>
    </message>
    <message>
      <source>{page}: connected to node {node}</source>
      <translation>{page}：连在节点 {node} 上</translation>
    </message>
    <message>
      <source>{page}: no connection yet</source>
      <translation>{page}：还没有连接</translation>
    </message>
    <message>
      <source>{page}: the connection to node {node} is over, code {code}</source>
      <translation>{page}：到节点 {node} 的连接结束了，关闭码 {code}</translation>
    </message>
    <message>
      <source>{page}: {outcome}.</source>
      <translation>{page}：{outcome}。</translation>
    </message>
    <message>
      <source>{part} of {count}</source>
      <translation>{count} 个中的 {part} 个</translation>
    </message>
    <message>
      <source>{passed} of {total} passed</source>
      <translation>已通过 {passed} / {total}</translation>
    </message>
    <message>
      <source>{passed} of {total} rules hold so far.</source>
      <translation>目前 {total} 条规则中有 {passed} 条符合。</translation>
    </message>
    <message>
      <source>{peer} goes from {state} to {next}: {signal} (RFC 6455 section {section})</source>
      <translation>{peer}从 {state} 进入 {next}：{signal}（RFC 6455 第 {section} 节）</translation>
    </message>
    <message>
      <source>{peer} has ended TCP</source>
      <translation>{peer}结束了 TCP</translation>
    </message>
    <message>
      <source>{peer} has sent {what}</source>
      <translation>{peer}发出了 {what}</translation>
    </message>
    <message>
      <source>{peer} sends {what}</source>
      <translation>{peer}发送{what}</translation>
    </message>
    <message>
      <source>{peer} sends {what}; it has arrived</source>
      <translation>{peer}发送{what}，已经到达</translation>
    </message>
    <message>
      <source>{peer} sends {what}; it is on its way</source>
      <translation>{peer}发送{what}，正在途中</translation>
    </message>
    <message>
      <source>{peer} sends {what}; it never arrives</source>
      <translation>{peer}发送{what}，没有到达</translation>
    </message>
    <message>
      <source>{peer} went from {state} to {next}: {signal} (RFC 6455 section {section})</source>
      <translation>{peer}已从 {state} 进入 {next}：{signal}（RFC 6455 第 {section} 节）</translation>
    </message>
    <message>
      <source>{peer} {level}: {what}. RFC 6455 section {section}. {done}</source>
      <translation>{peer}，{level}：{what}。RFC 6455 第 {section} 节。{done}</translation>
    </message>
    <message>
      <source>{peer}, item {number}: {rule}: {mood}</source>
      <translation>{peer}，第 {number} 条：{rule}：{mood}</translation>
    </message>
    <message numerus="yes">
      <source>{peer}: %n pings in a row have no answer</source>
      <translation>
        <numerusform>{peer}：连续 %n 个 ping 没有回答</numerusform>
      </translation>
    </message>
    <message>
      <source>{peer}: no frame has come in</source>
      <translation>{peer}：没有收到帧</translation>
    </message>
    <message>
      <source>{peer}: the connection is {state}</source>
      <translation>{peer}：连接处于 {state}</translation>
    </message>
    <message>
      <source>{peer}: the last frame that came in is {frame}</source>
      <translation>{peer}：最后收到的帧是 {frame}</translation>
    </message>
    <message>
      <source>{peer}: the program has not been told yet</source>
      <translation>{peer}：程序尚未得到通知</translation>
    </message>
    <message>
      <source>{peer}: the program is told code {code}, reason “{reason}”, wasClean {clean}</source>
      <translation>{peer}：程序得到关闭码 {code}，原因“{reason}”，wasClean {clean}</translation>
    </message>
    <message>
      <source>{peer}: the program is told nothing</source>
      <translation>{peer}：程序什么也没得知</translation>
    </message>
    <message>
      <source>{peer}: the program is told {what}; the connection is {state}</source>
      <translation>{peer}：程序得知 {what}；连接处于 {state}</translation>
    </message>
    <message>
      <source>{peer}: the program refused, so there was no connection</source>
      <translation>{peer}：程序拒绝了请求，因此没有建立连接</translation>
    </message>
    <message>
      <source>{peer}: {state} since “{signal}” (RFC 6455 section {section})</source>
      <translation>{peer}：自“{signal}”起处于 {state}（RFC 6455 第 {section} 节）</translation>
    </message>
    <message>
      <source>{peer}: {state} was never entered</source>
      <translation>{peer}：从未进入 {state}</translation>
    </message>
    <message>
      <source>{peer}’s frame</source>
      <translation>{peer}的帧</translation>
    </message>
    <message>
      <source>{peer}’s program gets</source>
      <translation>{peer}的程序得到</translation>
    </message>
    <message>
      <source>{peer}’s program is told</source>
      <translation>{peer}的程序得到</translation>
    </message>
    <message>
      <source>{peer}’s program is told {code}</source>
      <translation>{peer}的程序得知 {code}</translation>
    </message>
    <message>
      <source>{read} of {size} bytes have been read. The parser {state}. Kept: {kept}.</source>
      <translation>已读取 {size} 个字节中的 {read} 个。解析器：{state}。保存：{kept}。</translation>
    </message>
    <message>
      <source>{refused} attempts were refused, {lost} pieces of news were lost.</source>
      <translation>{refused} 次重连被拒绝，{lost} 条消息丢失。</translation>
    </message>
    <message>
      <source>{rule}. {clause}</source>
      <translation>{rule}。{clause}</translation>
    </message>
    <message>
      <source>{rule}: holds. {clause}</source>
      <translation>{rule}：成立。{clause}</translation>
    </message>
    <message>
      <source>{rule}: nobody can judge it here. {clause}</source>
      <translation>{rule}：这里无从判断。{clause}</translation>
    </message>
    <message>
      <source>{same} of {all} the same</source>
      <translation>{same} / {all} 相同</translation>
    </message>
    <message>
      <source>{schedule}: {back} are back, {gone} gave up.</source>
      <translation>{schedule}：{back} 个回来，{gone} 个放弃。</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} 秒</translation>
    </message>
    <message>
      <source>{seconds} s of silence</source>
      <translation>静默 {seconds} 秒</translation>
    </message>
    <message>
      <source>{seconds} s without an acknowledgement</source>
      <translation>{seconds} 秒没有确认</translation>
    </message>
    <message>
      <source>{segment}, after the last of {before}</source>
      <translation>{segment}，前面接着{before} 的末尾</translation>
    </message>
    <message>
      <source>{segment}, {size} bytes</source>
      <translation>{segment}，{size} 字节</translation>
    </message>
    <message>
      <source>{segment}: it has arrived.</source>
      <translation>{segment}：已经到达。</translation>
    </message>
    <message>
      <source>{segment}: it has not been sent yet.</source>
      <translation>{segment}：还没有发送。</translation>
    </message>
    <message>
      <source>{segment}: it is on its way.</source>
      <translation>{segment}：正在途中。</translation>
    </message>
    <message>
      <source>{short}, then {bits} bits: {length}</source>
      <translation>{short}，然后是 {bits} 位：{length}</translation>
    </message>
    <message>
      <source>{size} B</source>
      <translation>{size} B</translation>
    </message>
    <message>
      <source>{size} bytes</source>
      <translation>{size} 字节</translation>
    </message>
    <message>
      <source>{size} bytes as the sender means it, {came} came out</source>
      <translation>发送方所指 {size} 字节，解出 {came} 字节</translation>
    </message>
    <message>
      <source>{size} bytes did not come</source>
      <translation>{size} 字节没有到达</translation>
    </message>
    <message>
      <source>{size} bytes, from the client, unmasked here</source>
      <translation>{size} 字节，来自客户端，此处已去掩码</translation>
    </message>
    <message>
      <source>{size} bytes, from the server, no mask</source>
      <translation>{size} 字节，来自服务器，无掩码</translation>
    </message>
    <message>
      <source>{size} bytes, masked with {key}</source>
      <translation>{size} 字节，掩码 {key}</translation>
    </message>
    <message>
      <source>{size} bytes, no mask</source>
      <translation>{size} 字节，无掩码</translation>
    </message>
    <message>
      <source>{size} bytes, {characters} characters + {pending} of one</source>
      <translation>{size} 字节，{characters} 个字符，另有 {pending} 字节未成字符</translation>
    </message>
    <message>
      <source>{size} bytes, {lines} lines</source>
      <translation>{size} 字节，{lines} 行</translation>
    </message>
    <message>
      <source>{size} bytes. Outside: {outside}.</source>
      <translation>{size} 字节。外面：{outside}。</translation>
    </message>
    <message>
      <source>{size} bytes: {header} header, {payload} payload</source>
      <translation>{size} 字节：帧头 {header}，载荷 {payload}</translation>
    </message>
    <message>
      <source>{size} bytes: {header} of header, {payload} of payload</source>
      <translation>{size} 字节：帧头 {header}，载荷 {payload}</translation>
    </message>
    <message>
      <source>{size} down, at {time}</source>
      <translation>下行 {size}，{time} 时</translation>
    </message>
    <message>
      <source>{size} up, at {time}</source>
      <translation>上行 {size}，{time} 时</translation>
    </message>
    <message>
      <source>{source}, character {number}: {letter}, byte {code}</source>
      <translation>{source}，第 {number} 个字符：{letter}，字节 {code}</translation>
    </message>
    <message>
      <source>{status} ({subject})</source>
      <translation>{status}（{subject}）</translation>
    </message>
    <message>
      <source>{status} on stream {stream}</source>
      <translation>{status}，在流 {stream} 上</translation>
    </message>
    <message>
      <source>{text} masked</source>
      <translation>{text}（有掩码）</translation>
    </message>
    <message>
      <source>{text}, masked</source>
      <translation>{text}，有掩码</translation>
    </message>
    <message>
      <source>{time} min</source>
      <translation>{time} 分</translation>
    </message>
    <message>
      <source>{time} s</source>
      <translation>{time} 秒</translation>
    </message>
    <message>
      <source>{title}: sent by {peers}</source>
      <translation>{title}：由{peers}发送</translation>
    </message>
    <message>
      <source>{total} done</source>
      <translation>{total} 轮已完成</translation>
    </message>
    <message>
      <source>{type} {name} · version {version} · {length} bytes follow</source>
      <translation>{type} {name} · 版本 {version} · 后面有 {length} 字节</translation>
    </message>
    <message>
      <source>{value} ms</source>
      <translation>{value} 毫秒</translation>
    </message>
    <message>
      <source>{value} s</source>
      <translation>{value} 秒</translation>
    </message>
    <message>
      <source>{way}: requests {requests}, {up} up, {down} down, delay {delay} on average</source>
      <translation>{way}：请求 {requests} 个，上行 {up}，下行 {down}，平均延迟 {delay}</translation>
    </message>
    <message>
      <source>{what}, from {start} to {stop}, {size} bytes</source>
      <translation>{what}，从 {start} 到 {stop}，{size} 字节</translation>
    </message>
    <message>
      <source>{what}, not read</source>
      <translation>{what}，未读取</translation>
    </message>
    <message>
      <source>{what}, sent again</source>
      <translation>{what}，重发</translation>
    </message>
    <message>
      <source>{who}: {answer}.</source>
      <translation>{who}：{answer}。</translation>
    </message>
    <message>
      <source>“Upgrade” applies to this hop only</source>
      <translation>“Upgrade”只对这一跳有效</translation>
    </message>
    <message>
      <source>“{letter}” is number {number}: {bits}</source>
      <translation>“{letter}”是第 {number} 号：{bits}</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>“{text}”</translation>
    </message>
    <message>
      <source>“{text}” is a copy: {length} bytes from {distance} bytes back</source>
      <translation>“{text}”是复制：往回 {distance} 字节，复制 {length} 字节</translation>
    </message>
    <message>
      <source>“{text}” is a literal</source>
      <translation>“{text}”是字面量</translation>
    </message>
    <message>
      <source>“{text}” is heard</source>
      <translation>“{text}”听到了</translation>
    </message>
    <message>
      <source>“{text}” is lost: nobody was connected</source>
      <translation>“{text}”丢了：没有人连着</translation>
    </message>
    <message>
      <source>“{text}”, {before} bytes become {after}</source>
      <translation>“{text}”，{before} 字节变成 {after} 字节</translation>
    </message>
    <message>
      <source>… 1 more byte</source>
      <translation>… 还有 1 字节</translation>
    </message>
    <message>
      <source>… and {count} more lines that no rule reads</source>
      <translation>… 还有 {count} 行，没有规则读取</translation>
    </message>
    <message>
      <source>… {count} bytes left out …</source>
      <translation>… 省略 {count} 字节 …</translation>
    </message>
    <message>
      <source>… {count} more bytes</source>
      <translation>… 还有 {count} 字节</translation>
    </message>
    <message>
      <source>… {number} lines before</source>
      <translation>…… 前面还有 {number} 行</translation>
    </message>
    <message>
      <source>⊕ key[i mod 4]</source>
      <translation>⊕ 密钥[i mod 4]</translation>
    </message>
  </context>
  <context>
    <name>files</name>
    <message>
      <source>Connection {talk} runs inside a tunnel through a proxy ({target}).</source>
      <translation>连接 {talk} 在穿过代理的隧道（{target}）中运行。</translation>
    </message>
    <message>
      <source>Connection {talk} was rebuilt from a HAR, which holds messages and no bytes: masking keys, fragments, compression, pings and pongs are not in it. Its frames were made anew, with keys of our own, and are not judged.</source>
      <translation>连接 {talk} 是根据 HAR 重建的。HAR 只有消息而没有字节：其中不含掩码密钥、分片、压缩、ping 和 pong。它的帧是用我们自己的密钥重新生成的，不作评判。</translation>
    </message>
    <message>
      <source>Connection {talk}: header lines that the HAR lacks were added, so that its handshake is whole: {names}.</source>
      <translation>连接 {talk}：补上了 HAR 缺少的首部行，使握手完整：{names}。</translation>
    </message>
    <message>
      <source>Connection {talk}: messages of the HAR that cannot be read: {count}.</source>
      <translation>连接 {talk}：HAR 中无法读取的消息：{count} 条。</translation>
    </message>
    <message>
      <source>Connection {talk}: the HAR has its handshake but no messages; the browser did not export them.</source>
      <translation>连接 {talk}：HAR 中有它的握手但没有消息；浏览器没有导出消息。</translation>
    </message>
    <message>
      <source>Connection {talk}: {count} HTTP requests on the same TCP connection before it were left out.</source>
      <translation>连接 {talk}：略去了同一 TCP 连接上在它之前的 {count} 个 HTTP 请求。</translation>
    </message>
    <message>
      <source>Connection {talk}: {count} bytes before the first frame that begins in the capture were left out.</source>
      <translation>连接 {talk}：略去了抓包中第一个完整起始的帧之前的 {count} 个字节。</translation>
    </message>
    <message>
      <source>Connections of HTTP/2, which is not read here: {count}.</source>
      <translation>这里不读取的 HTTP/2 连接：{count} 个。</translation>
    </message>
    <message>
      <source>Connections of TLS: {count}. What they say is encrypted and cannot be told without their keys.</source>
      <translation>TLS 连接：{count} 个。其内容已加密，没有密钥就无法得知。</translation>
    </message>
    <message>
      <source>Connections of other protocols: {count}.</source>
      <translation>其他协议的连接：{count} 个。</translation>
    </message>
    <message>
      <source>Connections of plain HTTP, without a WebSocket: {count}.</source>
      <translation>没有 WebSocket 的普通 HTTP 连接：{count} 个。</translation>
    </message>
    <message>
      <source>IP packets of which a fragment is missing: {count}.</source>
      <translation>缺少分片的 IP 数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Line {line} is no entry; everything before it was read.</source>
      <translation>第 {line} 行不是记录条目；在此之前的内容都已读取。</translation>
    </message>
    <message>
      <source>Packets of an interface that the file does not describe: {count}.</source>
      <translation>文件没有描述其接口的数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Packets of link types that are not read here ({types}): {count}.</source>
      <translation>链路类型不受支持（{types}）的数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Packets that are no TCP: {count}.</source>
      <translation>不是 TCP 的数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Packets that are older than what came before them on their connection: {count}. They are shown at its time.</source>
      <translation>时间早于同一连接中前面内容的数据包：{count} 个。它们按前面内容的时间显示。</translation>
    </message>
    <message>
      <source>Packets that the capturing program reports as lost: {count}.</source>
      <translation>抓包程序报告丢失的数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Packets that were captured in part only (a snapshot length was set): {count}. Their rest is a gap.</source>
      <translation>只抓取了一部分的数据包（设置了抓取长度）：{count} 个。其余部分是缺口。</translation>
    </message>
    <message>
      <source>Packets whose headers are damaged or cut off: {count}.</source>
      <translation>首部损坏或被截断的数据包：{count} 个。</translation>
    </message>
    <message>
      <source>Repeated or overlapping TCP segments carry other bytes than the first time: {count}. The first bytes count.</source>
      <translation>重复或重叠的 TCP 报文段与首次的字节不同：{count} 个。以首次的字节为准。</translation>
    </message>
    <message>
      <source>TCP connections without any data: {count}.</source>
      <translation>没有任何数据的 TCP 连接：{count} 个。</translation>
    </message>
    <message>
      <source>TCP segments far outside their connection, left out: {count}.</source>
      <translation>远在其连接范围之外而被略去的 TCP 报文段：{count} 个。</translation>
    </message>
    <message>
      <source>TCP segments that were sent again: {count}. They are shown once.</source>
      <translation>重传的 TCP 报文段：{count} 个。它们只显示一次。</translation>
    </message>
    <message>
      <source>The JSON cannot be read at character {at}; everything before it was read.</source>
      <translation>JSON 在第 {at} 个字符处无法读取；在此之前的内容都已读取。</translation>
    </message>
    <message>
      <source>The compressed data breaks off or is damaged; what could be decompressed was read.</source>
      <translation>压缩数据中断或已损坏；能解压的部分都已读取。</translation>
    </message>
    <message>
      <source>The file breaks off inside the packet at byte {at}; everything before it was read.</source>
      <translation>文件在字节 {at} 处的数据包中间断掉了；在此之前的内容都已读取。</translation>
    </message>
    <message>
      <source>The file could not be read any further: {reason}.</source>
      <translation>文件无法继续读取：{reason}。</translation>
    </message>
    <message>
      <source>The length {length} at byte {at} cannot be; everything before it was read, nothing after it.</source>
      <translation>字节 {at} 处的长度 {length} 不可能成立；在此之前的内容都已读取，之后的没有读取。</translation>
    </message>
    <message>
      <source>The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the client was told by the masks.</source>
      <translation>连接 {talk} 的打开握手不在抓包中，协商了什么无从得知。客户端是根据掩码判断的。</translation>
    </message>
    <message>
      <source>The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the client was told by the port numbers.</source>
      <translation>连接 {talk} 的打开握手不在抓包中，协商了什么无从得知。客户端是根据端口号判断的。</translation>
    </message>
    <message>
      <source>The opening handshake of connection {talk} is not in the capture: nobody knows what was negotiated. Who is the client was told by who opened TCP.</source>
      <translation>连接 {talk} 的打开握手不在抓包中，协商了什么无从得知。客户端是根据由谁发起 TCP 判断的。</translation>
    </message>
    <message>
      <source>The opening handshake of connection {talk} is not whole in the capture: nobody knows what was negotiated. Who is the client was told by an HTTP head.</source>
      <translation>连接 {talk} 的打开握手在抓包中不完整，协商了什么无从得知。客户端是根据 HTTP 首部判断的。</translation>
    </message>
    <message>
      <source>The section at byte {at} has no known byte order; everything before it was read, nothing after it.</source>
      <translation>字节 {at} 处的节没有可识别的字节序；在此之前的内容都已读取，之后的没有读取。</translation>
    </message>
    <message>
      <source>There is no WebSocket connection in this file.</source>
      <translation>此文件中没有 WebSocket 连接。</translation>
    </message>
    <message>
      <source>WebSocket connections beyond the first {limit}, left out: {count}.</source>
      <translation>超出前 {limit} 个而被略去的 WebSocket 连接：{count} 个。</translation>
    </message>
    <message>
      <source>“{path}” begins like a gzip file but cannot be decompressed.</source>
      <translation>“{path}”开头像 gzip 文件，但无法解压。</translation>
    </message>
    <message>
      <source>“{path}” begins like a pcapng file, but the section header at byte 0 has no known byte order.</source>
      <translation>“{path}”开头像 pcapng 文件，但第 0 字节处的节头没有可识别的字节序。</translation>
    </message>
    <message>
      <source>“{path}” cannot be read: {reason}.</source>
      <translation>无法读取“{path}”：{reason}。</translation>
    </message>
    <message>
      <source>“{path}” ends within its file header: no packet is in it.</source>
      <translation>“{path}”在文件头内就结束了，里面没有任何数据包。</translation>
    </message>
    <message>
      <source>“{path}” is JSON, but neither a HAR (an object “log” with “entries”) nor a recording of this program.</source>
      <translation>“{path}”是 JSON，但既不是 HAR（带“entries”的“log”对象），也不是本程序的录制文件。</translation>
    </message>
    <message>
      <source>“{path}” is compressed with {method}, which is not read here; decompress it and open that.</source>
      <translation>“{path}”是用 {method} 压缩的，这里无法读取；请先解压再打开。</translation>
    </message>
    <message>
      <source>“{path}” is empty: there is nothing to open.</source>
      <translation>“{path}”是空文件，没有可打开的内容。</translation>
    </message>
    <message>
      <source>“{path}” is none of pcap, pcapng, HAR and recordings of this program; it begins with {begin}. Save it in one of these formats and open that.</source>
      <translation>“{path}”既不是 pcap、pcapng、HAR，也不是本程序的录制文件；它以 {begin} 开头。请另存为其中一种格式后再打开。</translation>
    </message>
    <message>
      <source>“{path}”, line 1: it is a recording, but not one of the version that this program reads.</source>
      <translation>“{path}”第 1 行：这是录制文件，但不是本程序能读取的版本。</translation>
    </message>
  </context>
  <context>
    <name>filters</name>
    <message>
      <source>A filter has at most {most} characters.</source>
      <translation>过滤条件最多 {most} 个字符。</translation>
    </message>
    <message>
      <source>A value is missing here.</source>
      <translation>这里缺少一个值。</translation>
    </message>
    <message>
      <source>After “not” stands a condition.</source>
      <translation>“not” 后面要有一个条件。</translation>
    </message>
    <message>
      <source>After “or” stands a condition.</source>
      <translation>“or” 后面要有一个条件。</translation>
    </message>
    <message>
      <source>After “{sign}” stands one number.</source>
      <translation>“{sign}”后面要有一个数字。</translation>
    </message>
    <message>
      <source>After “{sign}” stands one time.</source>
      <translation>“{sign}”后面要有一个时间。</translation>
    </message>
    <message>
      <source>Before “or” stands a condition.</source>
      <translation>“or” 前面要有一个条件。</translation>
    </message>
    <message>
      <source>Both times are times of the day, or both are seconds.</source>
      <translation>两个时间要么都是钟点，要么都是秒数。</translation>
    </message>
    <message>
      <source>Bytes are written as pairs of hex digits, such as 89504e47.</source>
      <translation>字节要写成成对的十六进制数字，例如 89504e47。</translation>
    </message>
    <message>
      <source>No condition has the name “{name}”. There are: {names}.</source>
      <translation>没有名为“{name}”的条件。可用的有：{names}。</translation>
    </message>
    <message>
      <source>No rule is called “{value}”, and none stands in such a section.</source>
      <translation>没有名为“{value}”的规则，也没有这一节的规则。</translation>
    </message>
    <message>
      <source>The quotes are never closed.</source>
      <translation>引号没有结束。</translation>
    </message>
    <message>
      <source>The range ends before it begins.</source>
      <translation>范围的结束早于开始。</translation>
    </message>
    <message>
      <source>There is no such time of the day: “{value}”.</source>
      <translation>没有这样的钟点：“{value}”。</translation>
    </message>
    <message>
      <source>This parenthesis is never closed.</source>
      <translation>这个括号没有右半边。</translation>
    </message>
    <message>
      <source>This parenthesis was never opened.</source>
      <translation>这个括号没有左半边。</translation>
    </message>
    <message>
      <source>Too many parentheses or “not” stand in one another.</source>
      <translation>括号或 “not” 嵌套得太深。</translation>
    </message>
    <message>
      <source>“and” stands between two conditions.</source>
      <translation>“and” 要放在两个条件之间。</translation>
    </message>
    <message>
      <source>“{name}” is a number from 0 to {most}.</source>
      <translation>“{name}”是 0 至 {most} 的数字。</translation>
    </message>
    <message>
      <source>“{name}” is compared by a colon.</source>
      <translation>“{name}”要用冒号来比较。</translation>
    </message>
    <message>
      <source>“{value}” is neither client nor server.</source>
      <translation>“{value}”既不是 client 也不是 server。</translation>
    </message>
    <message>
      <source>“{value}” is no number, and no range such as 10-20.</source>
      <translation>“{value}”既不是数字，也不是 10-20 这样的范围。</translation>
    </message>
    <message>
      <source>“{value}” is no opcode: text, binary, continuation, close, ping, pong, reserved or 0 to f.</source>
      <translation>“{value}”不是操作码：text、binary、continuation、close、ping、pong、reserved，或 0 至 f。</translation>
    </message>
    <message>
      <source>“{value}” is no time, such as 12:04:30 or 2.5.</source>
      <translation>“{value}”不是时间，例如 12:04:30 或 2.5。</translation>
    </message>
    <message>
      <source>“{value}” is nothing that a row can be. There are: {names}.</source>
      <translation>没有“{value}”这样的行。可用的有：{names}。</translation>
    </message>
    <message>
      <source>“{word}” is no condition. To look for a text, put it in quotes: "{word}".</source>
      <translation>“{word}”不是条件。要查找文本，请加上引号："{word}"。</translation>
    </message>
  </context>
  <context>
    <name>heads</name>
    <message>
      <source>A header line is not a name, a colon and a value.</source>
      <translation>有一行首部不是“名称、冒号、值”的形式。</translation>
    </message>
    <message>
      <source>A header value is folded over two lines.</source>
      <translation>有一个首部的值折成了两行。</translation>
    </message>
    <message>
      <source>The byte 0x{byte:02x} at offset {offset} stands in no HTTP head.</source>
      <translation>偏移 {offset} 处的字节 0x{byte:02x} 不会出现在任何 HTTP 报文头中。</translation>
    </message>
    <message>
      <source>The first byte is 0x{byte:02x}, but an HTTP head starts with a word.</source>
      <translation>第一个字节是 0x{byte:02x}，而 HTTP 报文头要以一个单词开头。</translation>
    </message>
    <message>
      <source>The first line is not a request line: a method, a target and HTTP/ with a version.</source>
      <translation>第一行不是请求行：请求行由方法、目标和带版本号的 HTTP/ 组成。</translation>
    </message>
    <message>
      <source>The first line is not a status line: HTTP/ with a version, three digits and a reason.</source>
      <translation>第一行不是状态行：状态行由带版本号的 HTTP/、三位数字和原因短语组成。</translation>
    </message>
    <message>
      <source>The head does not end: it is longer than 16 KiB.</source>
      <translation>报文头没有结束：它超过了 16 KiB。</translation>
    </message>
    <message>
      <source>The head does not end: the empty line at its end is missing.</source>
      <translation>报文头没有结束：缺少末尾的空行。</translation>
    </message>
    <message>
      <source>There are no bytes, but an HTTP head starts with a word.</source>
      <translation>没有任何字节，而 HTTP 报文头要以一个单词开头。</translation>
    </message>
    <message>
      <source>There are {count} header lines; {most} are the limit.</source>
      <translation>首部有 {count} 行，上限是 {most} 行。</translation>
    </message>
  </context>
  <context>
    <name>journal</name>
    <message>
      <source>{path} cannot be written ({reason}): this connection is not recorded.</source>
      <translation>无法写入 {path}（{reason}）：这个连接没有被记录。</translation>
    </message>
    <message>
      <source>{path} cannot be written any more ({reason}): the recording ends here.</source>
      <translation>无法继续写入 {path}（{reason}）：记录到此为止。</translation>
    </message>
  </context>
  <context>
    <name>lab</name>
    <message>
      <source>, </source>
      <translation>，</translation>
    </message>
    <message>
      <source>1 byte</source>
      <translation>1 字节</translation>
    </message>
    <message>
      <source>1 violation</source>
      <translation>1 处违规</translation>
    </message>
    <message>
      <source>1000 “done”</source>
      <translation>1000 “done”</translation>
    </message>
    <message>
      <source>124 bytes of reason</source>
      <translation>124 字节的原因</translation>
    </message>
    <message>
      <source>125 bytes</source>
      <translation>125 字节</translation>
    </message>
    <message>
      <source>16 bits</source>
      <translation>16 位</translation>
    </message>
    <message>
      <source>2 bytes: {hex}</source>
      <translation>2 字节：{hex}</translation>
    </message>
    <message>
      <source>256 bytes, binary</source>
      <translation>256 字节，二进制</translation>
    </message>
    <message>
      <source>64 KiB, binary</source>
      <translation>64 KiB，二进制</translation>
    </message>
    <message>
      <source>64 bits</source>
      <translation>64 位</translation>
    </message>
    <message>
      <source>7 bits</source>
      <translation>7 位</translation>
    </message>
    <message>
      <source>8 bytes: 0x{hex}</source>
      <translation>8 字节：0x{hex}</translation>
    </message>
    <message>
      <source>A close code has 2 bytes, which cannot hold {code}.</source>
      <translation>关闭码有 2 个字节，放不下 {code}。</translation>
    </message>
    <message>
      <source>A frame of {size} bytes: 4 of key, {payload} of payload.</source>
      <translation>一个 {size} 字节的帧：密钥 4 字节，载荷 {payload} 字节。</translation>
    </message>
    <message>
      <source>A head has at most 16 KiB; this one would have {size} characters.</source>
      <translation>头部最多 16 KiB；这一个会有 {size} 个字符。</translation>
    </message>
    <message>
      <source>A key of zeros</source>
      <translation>全零的密钥</translation>
    </message>
    <message>
      <source>A masking key has 4 bytes, not {size}.</source>
      <translation>掩码密钥有 4 个字节，而不是 {size} 个。</translation>
    </message>
    <message>
      <source>A message in one frame</source>
      <translation>一条消息，一个帧</translation>
    </message>
    <message>
      <source>A message in {count} fragments</source>
      <translation>一条消息，{count} 个分片</translation>
    </message>
    <message>
      <source>Accept key</source>
      <translation>Accept 密钥</translation>
    </message>
    <message>
      <source>All bytes</source>
      <translation>全部字节</translation>
    </message>
    <message>
      <source>Another message is still open</source>
      <translation>另一条消息尚未结束</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>应答</translation>
    </message>
    <message>
      <source>Binary frame</source>
      <translation>二进制帧</translation>
    </message>
    <message>
      <source>Body is empty or has a code</source>
      <translation>正文为空或以关闭码开头</translation>
    </message>
    <message>
      <source>Break it:</source>
      <translation>弄坏它：</translation>
    </message>
    <message>
      <source>Broken on purpose</source>
      <translation>故意出错的帧</translation>
    </message>
    <message>
      <source>Broken: {rule}. {cited}</source>
      <translation>违反：{rule}。{cited}</translation>
    </message>
    <message>
      <source>Byte</source>
      <translation>字节</translation>
    </message>
    <message>
      <source>Byte {index} is masked with key byte {place}</source>
      <translation>字节 {index} 用密钥字节 {place} 加掩码</translation>
    </message>
    <message>
      <source>Byte {index} is not UTF-8</source>
      <translation>字节 {index} 不是 UTF-8</translation>
    </message>
    <message>
      <source>Client frame is masked</source>
      <translation>客户端的帧有掩码</translation>
    </message>
    <message>
      <source>Client frame is not masked</source>
      <translation>客户端的帧没有掩码</translation>
    </message>
    <message>
      <source>Client frame, no mask</source>
      <translation>客户端帧，无掩码</translation>
    </message>
    <message>
      <source>Client → server</source>
      <translation>客户端 → 服务器</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Close 帧</translation>
    </message>
    <message>
      <source>Close 1000, masked</source>
      <translation>Close 1000，有掩码</translation>
    </message>
    <message>
      <source>Close and errors</source>
      <translation>关闭与错误</translation>
    </message>
    <message>
      <source>Close body of one byte</source>
      <translation>Close 正文只有一个字节</translation>
    </message>
    <message>
      <source>Close with code 1005</source>
      <translation>带 1005 的 Close</translation>
    </message>
    <message>
      <source>Close without a code</source>
      <translation>没有关闭码的 Close</translation>
    </message>
    <message>
      <source>Close {code}</source>
      <translation>Close {code}</translation>
    </message>
    <message>
      <source>Code {code} may not be sent</source>
      <translation>关闭码 {code} 不得发送</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>Continuation</source>
      <translation>延续帧</translation>
    </message>
    <message>
      <source>Continues an open message</source>
      <translation>延续一条未结束的消息</translation>
    </message>
    <message>
      <source>Control frame is not fragmented</source>
      <translation>控制帧没有分片</translation>
    </message>
    <message>
      <source>Control frame limits</source>
      <translation>控制帧的限制</translation>
    </message>
    <message>
      <source>Control payload is at most 125</source>
      <translation>控制帧载荷不超过 125</translation>
    </message>
    <message>
      <source>Does not apply here: {rule}. {cited}</source>
      <translation>此处不适用：{rule}。{cited}</translation>
    </message>
    <message>
      <source>FIN {bit}</source>
      <translation>FIN {bit}</translation>
    </message>
    <message>
      <source>FIN {fin}, 1 byte</source>
      <translation>FIN {fin}，1 字节</translation>
    </message>
    <message>
      <source>FIN {fin}, {size} bytes</source>
      <translation>FIN {fin}，{size} 字节</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>Frame lab</source>
      <translation>帧实验室</translation>
    </message>
    <message>
      <source>Half a byte is left over: {count} hex digits make no whole number of bytes.</source>
      <translation>多出半个字节：{count} 个十六进制数字凑不成整数个字节。</translation>
    </message>
    <message>
      <source>Handshake and accept key</source>
      <translation>握手与 accept 密钥</translation>
    </message>
    <message>
      <source>Hello, compressed</source>
      <translation>Hello，已压缩</translation>
    </message>
    <message>
      <source>Hello, masked</source>
      <translation>Hello，有掩码</translation>
    </message>
    <message>
      <source>Hello, no mask</source>
      <translation>Hello，无掩码</translation>
    </message>
    <message>
      <source>Holds: {rule}. {cited}</source>
      <translation>成立：{rule}。{cited}</translation>
    </message>
    <message>
      <source>Key byte {place} takes the mask off byte {index}</source>
      <translation>密钥字节 {place} 去掉字节 {index} 的掩码</translation>
    </message>
    <message>
      <source>Lab bench</source>
      <translation>实验台</translation>
    </message>
    <message>
      <source>Larger than this receiver takes</source>
      <translation>超出这个接收方的上限</translation>
    </message>
    <message>
      <source>Length in its shortest form</source>
      <translation>长度用了最短形式</translation>
    </message>
    <message>
      <source>Length not in its shortest form</source>
      <translation>长度不是最短形式</translation>
    </message>
    <message>
      <source>Length not shortest</source>
      <translation>长度不是最短形式</translation>
    </message>
    <message>
      <source>MASK {bit}</source>
      <translation>MASK {bit}</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>加掩码</translation>
    </message>
    <message>
      <source>Masking</source>
      <translation>掩码</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>没有应答</translation>
    </message>
    <message>
      <source>No bytes yet</source>
      <translation>还没有字节</translation>
    </message>
    <message>
      <source>No message is open to continue</source>
      <translation>没有可延续的消息</translation>
    </message>
    <message>
      <source>No other message is open</source>
      <translation>没有其他未结束的消息</translation>
    </message>
    <message>
      <source>Not to be said yet: {rule}. {cited}</source>
      <translation>还不能断定：{rule}。{cited}</translation>
    </message>
    <message>
      <source>Not valid UTF-8</source>
      <translation>不是有效的 UTF-8</translation>
    </message>
    <message>
      <source>Not whole yet</source>
      <translation>尚不完整</translation>
    </message>
    <message>
      <source>On the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>Opcode 0x{opcode:x} is reserved</source>
      <translation>操作码 0x{opcode:x} 是保留的</translation>
    </message>
    <message>
      <source>Opcode is defined</source>
      <translation>操作码已定义</translation>
    </message>
    <message>
      <source>Other frames:</source>
      <translation>其他帧：</translation>
    </message>
    <message>
      <source>Payload XOR key, byte by byte</source>
      <translation>载荷与密钥逐字节异或</translation>
    </message>
    <message>
      <source>Ping</source>
      <translation>Ping</translation>
    </message>
    <message>
      <source>Ping of 126 bytes</source>
      <translation>126 字节的 ping</translation>
    </message>
    <message>
      <source>Ping with FIN = 0</source>
      <translation>FIN = 0 的 ping</translation>
    </message>
    <message>
      <source>Ping “Hello”</source>
      <translation>Ping“Hello”</translation>
    </message>
    <message>
      <source>Pong</source>
      <translation>Pong</translation>
    </message>
    <message>
      <source>Pong, masked</source>
      <translation>Pong，有掩码</translation>
    </message>
    <message>
      <source>RSV 0</source>
      <translation>RSV 0</translation>
    </message>
    <message>
      <source>RSV bits are 0, no extension</source>
      <translation>RSV 位为 0，没有扩展</translation>
    </message>
    <message>
      <source>RSV1 is 1 where it may not be</source>
      <translation>RSV1 在不允许处为 1</translation>
    </message>
    <message>
      <source>RSV1 only where it may be</source>
      <translation>RSV1 只在允许处为 1</translation>
    </message>
    <message>
      <source>RSV1 set, no extension</source>
      <translation>RSV1 为 1，没有扩展</translation>
    </message>
    <message>
      <source>RSV1 {bit}</source>
      <translation>RSV1 {bit}</translation>
    </message>
    <message>
      <source>RSV2 and RSV3 are 0</source>
      <translation>RSV2 和 RSV3 为 0</translation>
    </message>
    <message>
      <source>Repair:</source>
      <translation>修复：</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>Reserved opcode 0x3</source>
      <translation>保留操作码 0x3</translation>
    </message>
    <message>
      <source>Reserved opcode 0x{opcode:x}</source>
      <translation>保留操作码 0x{opcode:x}</translation>
    </message>
    <message>
      <source>Server frame is masked</source>
      <translation>服务器的帧有掩码</translation>
    </message>
    <message>
      <source>Server frame is not masked</source>
      <translation>服务器的帧没有掩码</translation>
    </message>
    <message>
      <source>Server frame, masked</source>
      <translation>服务器帧，有掩码</translation>
    </message>
    <message>
      <source>Server → client</source>
      <translation>服务器 → 客户端</translation>
    </message>
    <message>
      <source>Stage {number} of 6: {name}</source>
      <translation>第 {number} / 6 步：{name}</translation>
    </message>
    <message>
      <source>Text frame</source>
      <translation>文本帧</translation>
    </message>
    <message>
      <source>Text is not UTF-8</source>
      <translation>文本不是 UTF-8</translation>
    </message>
    <message>
      <source>Text is not valid UTF-8</source>
      <translation>文本不是有效的 UTF-8</translation>
    </message>
    <message>
      <source>Text is valid UTF-8</source>
      <translation>文本是有效的 UTF-8</translation>
    </message>
    <message>
      <source>That is {size} bytes; a Close body has at most 125, and this bench takes {most}.</source>
      <translation>这有 {size} 字节；Close 正文最多 125 字节，这个实验台接受 {most} 字节。</translation>
    </message>
    <message>
      <source>That is {size} bytes; the bench takes 64 KiB of payload.</source>
      <translation>这有 {size} 字节；实验台接受 64 KiB 的载荷。</translation>
    </message>
    <message>
      <source>That is {size} bytes; this bench takes {most}, because it shows every one of them.</source>
      <translation>这有 {size} 字节；这个实验台逐个显示字节，最多接受 {most} 个。</translation>
    </message>
    <message>
      <source>The beginning of a frame</source>
      <translation>帧的开头</translation>
    </message>
    <message>
      <source>The client refuses it</source>
      <translation>客户端拒绝了它</translation>
    </message>
    <message>
      <source>The close code may be sent</source>
      <translation>关闭码允许发送</translation>
    </message>
    <message>
      <source>The handshake fails</source>
      <translation>握手失败</translation>
    </message>
    <message>
      <source>The handshake succeeds</source>
      <translation>握手成功</translation>
    </message>
    <message>
      <source>The message ends inside a character</source>
      <translation>消息在字符中间结束</translation>
    </message>
    <message>
      <source>The payload does not inflate</source>
      <translation>载荷无法解压</translation>
    </message>
    <message>
      <source>The payload inflates</source>
      <translation>载荷可以解压</translation>
    </message>
    <message>
      <source>The reason is not UTF-8</source>
      <translation>原因不是 UTF-8</translation>
    </message>
    <message>
      <source>The reason is valid UTF-8</source>
      <translation>原因是有效的 UTF-8</translation>
    </message>
    <message>
      <source>The server refuses it</source>
      <translation>服务器拒绝了它</translation>
    </message>
    <message>
      <source>The text has {size} characters; the bench takes 64 KiB of bytes.</source>
      <translation>文本有 {size} 个字符；实验台接受 64 KiB 的字节。</translation>
    </message>
    <message>
      <source>There is nothing to paste.</source>
      <translation>没有可粘贴的内容。</translation>
    </message>
    <message>
      <source>Told</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Top bit of the length is 0</source>
      <translation>长度的最高位为 0</translation>
    </message>
    <message>
      <source>Top bit of the length is 1</source>
      <translation>长度的最高位为 1</translation>
    </message>
    <message>
      <source>Type hex digits, click in the gallery, or paste.</source>
      <translation>输入十六进制数字，从列表中选一个帧，或粘贴。</translation>
    </message>
    <message>
      <source>UTF-8 and fragments</source>
      <translation>UTF-8 与分片</translation>
    </message>
    <message>
      <source>UTF-8: not a text message</source>
      <translation>UTF-8：不是文本消息</translation>
    </message>
    <message>
      <source>Unmask</source>
      <translation>去掩码</translation>
    </message>
    <message>
      <source>Valid Close frame</source>
      <translation>有效的 Close 帧</translation>
    </message>
    <message>
      <source>Valid UTF-8</source>
      <translation>有效的 UTF-8</translation>
    </message>
    <message>
      <source>Valid answer</source>
      <translation>有效的应答</translation>
    </message>
    <message>
      <source>Valid client frame</source>
      <translation>有效的客户端帧</translation>
    </message>
    <message>
      <source>Valid frames</source>
      <translation>有效的帧</translation>
    </message>
    <message>
      <source>Valid message</source>
      <translation>有效的消息</translation>
    </message>
    <message>
      <source>Valid request</source>
      <translation>有效的请求</translation>
    </message>
    <message>
      <source>Valid server frame</source>
      <translation>有效的服务器帧</translation>
    </message>
    <message>
      <source>Wire size</source>
      <translation>线路上的大小</translation>
    </message>
    <message>
      <source>XOR undoes itself</source>
      <translation>异或两次即复原</translation>
    </message>
    <message>
      <source>a frame for each byte</source>
      <translation>每字节一帧</translation>
    </message>
    <message>
      <source>a fresh one</source>
      <translation>新的密钥</translation>
    </message>
    <message>
      <source>absent: {length} &lt; 126</source>
      <translation>没有：{length} &lt; 126</translation>
    </message>
    <message>
      <source>accept</source>
      <translation>accept</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>all {count} characters are equal</source>
      <translation>{count} 个字符全部相同</translation>
    </message>
    <message>
      <source>as in the RFC</source>
      <translation>RFC 的例子</translation>
    </message>
    <message>
      <source>at least {size} missing</source>
      <translation>至少还缺 {size}</translation>
    </message>
    <message>
      <source>at least {size} of it missing</source>
      <translation>至少还缺 {size}</translation>
    </message>
    <message>
      <source>between two characters</source>
      <translation>在两个字符之间</translation>
    </message>
    <message>
      <source>binary is any bytes</source>
      <translation>二进制可以是任何字节</translation>
    </message>
    <message>
      <source>both</source>
      <translation>两者</translation>
    </message>
    <message>
      <source>changes nothing: the payload travels as it is</source>
      <translation>什么也不改变：载荷原样传输</translation>
    </message>
    <message>
      <source>code 1000</source>
      <translation>关闭码 1000</translation>
    </message>
    <message>
      <source>cut off</source>
      <translation>被截断</translation>
    </message>
    <message>
      <source>decodes to 1 byte, not 16</source>
      <translation>解码后是 1 字节，不是 16</translation>
    </message>
    <message>
      <source>decodes to 16 bytes: {hex}</source>
      <translation>解码后是 16 字节：{hex}</translation>
    </message>
    <message>
      <source>decodes to {count} bytes, not 16</source>
      <translation>解码后是 {count} 字节，不是 16</translation>
    </message>
    <message>
      <source>extension</source>
      <translation>扩展</translation>
    </message>
    <message>
      <source>fragment {number}</source>
      <translation>分片 {number}</translation>
    </message>
    <message>
      <source>is not base64</source>
      <translation>不是 base64</translation>
    </message>
    <message>
      <source>last fragment</source>
      <translation>最后一个分片</translation>
    </message>
    <message>
      <source>length automatic</source>
      <translation>长度自动</translation>
    </message>
    <message>
      <source>masked</source>
      <translation>有掩码</translation>
    </message>
    <message>
      <source>more to come</source>
      <translation>后面还有</translation>
    </message>
    <message>
      <source>no Host</source>
      <translation>没有 Host</translation>
    </message>
    <message>
      <source>no Upgrade</source>
      <translation>没有 Upgrade</translation>
    </message>
    <message>
      <source>no body</source>
      <translation>没有正文</translation>
    </message>
    <message>
      <source>no body: the program is told 1005</source>
      <translation>没有正文：程序得到 1005</translation>
    </message>
    <message>
      <source>no reason</source>
      <translation>没有原因</translation>
    </message>
    <message>
      <source>no text has it here</source>
      <translation>文本中此处不会有它</translation>
    </message>
    <message>
      <source>nobody’s</source>
      <translation>不属于任何人</translation>
    </message>
    <message>
      <source>not masked</source>
      <translation>无掩码</translation>
    </message>
    <message>
      <source>not whole</source>
      <translation>不完整</translation>
    </message>
    <message>
      <source>one byte</source>
      <translation>一个字节</translation>
    </message>
    <message>
      <source>one byte is half a code</source>
      <translation>一个字节只是半个关闭码</translation>
    </message>
    <message>
      <source>one character differs, number {place}</source>
      <translation>有一个字符不同：第 {place} 个</translation>
    </message>
    <message>
      <source>one frame</source>
      <translation>一个帧</translation>
    </message>
    <message>
      <source>one rule broken</source>
      <translation>违反一条规则</translation>
    </message>
    <message>
      <source>opcode {opcode}</source>
      <translation>操作码 {opcode}</translation>
    </message>
    <message>
      <source>reason in Latin-1</source>
      <translation>Latin-1 的原因</translation>
    </message>
    <message>
      <source>receiver answers with Close {code}</source>
      <translation>接收方以 Close {code} 应答</translation>
    </message>
    <message>
      <source>receiver answers with a Close without a code</source>
      <translation>接收方以没有关闭码的 Close 应答</translation>
    </message>
    <message>
      <source>receiver answers with a pong that says the same</source>
      <translation>接收方以内容相同的 pong 应答</translation>
    </message>
    <message>
      <source>receiver delivers a text of {size}</source>
      <translation>接收方交付 {size}的文本</translation>
    </message>
    <message>
      <source>receiver delivers the text “{text}”</source>
      <translation>接收方交付文本“{text}”</translation>
    </message>
    <message>
      <source>receiver delivers {size} of binary data</source>
      <translation>接收方交付 {size}的二进制数据</translation>
    </message>
    <message>
      <source>receiver fails it: Close {code}</source>
      <translation>接收方使连接失败：Close {code}</translation>
    </message>
    <message>
      <source>receiver keeps it and waits for the next fragment</source>
      <translation>接收方留下它，等待下一个分片</translation>
    </message>
    <message>
      <source>receiver takes it for a sign of life</source>
      <translation>接收方把它当作对端还在的信号</translation>
    </message>
    <message>
      <source>receiver waits for the rest</source>
      <translation>接收方等待其余部分</translation>
    </message>
    <message>
      <source>server answers {status} {reason}</source>
      <translation>服务器应答 {status} {reason}</translation>
    </message>
    <message>
      <source>short key</source>
      <translation>过短的密钥</translation>
    </message>
    <message>
      <source>status 200</source>
      <translation>状态 200</translation>
    </message>
    <message>
      <source>subprotocol</source>
      <translation>子协议</translation>
    </message>
    <message>
      <source>surrogates</source>
      <translation>代理码点</translation>
    </message>
    <message>
      <source>the client fails the connection: 1006</source>
      <translation>客户端使连接失败：1006</translation>
    </message>
    <message>
      <source>the client goes on to {state}</source>
      <translation>客户端进入 {state}</translation>
    </message>
    <message>
      <source>the next one</source>
      <translation>下一个</translation>
    </message>
    <message>
      <source>the one before</source>
      <translation>上一个</translation>
    </message>
    <message>
      <source>the same key masks and unmasks</source>
      <translation>同一个密钥既加掩码也去掩码</translation>
    </message>
    <message>
      <source>there is no key in the request</source>
      <translation>请求中没有密钥</translation>
    </message>
    <message>
      <source>three rules broken</source>
      <translation>违反三条规则</translation>
    </message>
    <message>
      <source>two rules broken</source>
      <translation>违反两条规则</translation>
    </message>
    <message>
      <source>valid</source>
      <translation>有效</translation>
    </message>
    <message>
      <source>version 8</source>
      <translation>版本 8</translation>
    </message>
    <message>
      <source>zeros</source>
      <translation>全零</translation>
    </message>
    <message>
      <source>{bits} is 1, no extension</source>
      <translation>{bits} 为 1，没有扩展</translation>
    </message>
    <message>
      <source>{bits}, automatic</source>
      <translation>{bits}，自动</translation>
    </message>
    <message>
      <source>{bits}, chosen</source>
      <translation>{bits}，已选定</translation>
    </message>
    <message>
      <source>{bits}, set by hand</source>
      <translation>{bits}，手动设定</translation>
    </message>
    <message>
      <source>{characters} characters in {size} bytes</source>
      <translation>{size} 字节中有 {characters} 个字符</translation>
    </message>
    <message>
      <source>{code} “{reason}”, clean</source>
      <translation>{code}“{reason}”，正常关闭</translation>
    </message>
    <message>
      <source>{code}, clean</source>
      <translation>{code}，正常关闭</translation>
    </message>
    <message>
      <source>{code}, not clean</source>
      <translation>{code}，非正常关闭</translation>
    </message>
    <message>
      <source>{count} bytes</source>
      <translation>{count} 字节</translation>
    </message>
    <message>
      <source>{count} bytes were copied as hex.</source>
      <translation>已将 {count} 字节复制为十六进制。</translation>
    </message>
    <message>
      <source>{count} characters differ, the first is number {place}</source>
      <translation>有 {count} 个字符不同，第一个是第 {place} 个</translation>
    </message>
    <message>
      <source>{count} of flags and length</source>
      <translation>标志与长度 {count}</translation>
    </message>
    <message>
      <source>{count} of key</source>
      <translation>密钥 {count}</translation>
    </message>
    <message>
      <source>{count} of payload</source>
      <translation>载荷 {count}</translation>
    </message>
    <message>
      <source>{count} rules broken</source>
      <translation>违反 {count} 条规则</translation>
    </message>
    <message>
      <source>{count} violations</source>
      <translation>{count} 处违规</translation>
    </message>
    <message>
      <source>{field}, bit {bit}, value {value}. {meaning}</source>
      <translation>{field}，位 {bit}，值 {value}。{meaning}</translation>
    </message>
    <message>
      <source>{form} bits cannot hold the length {length}: {most} is the greatest.</source>
      <translation>{form} 位放不下长度 {length}：最大为 {most}。</translation>
    </message>
    <message>
      <source>{frame}, {state}</source>
      <translation>{frame}，{state}</translation>
    </message>
    <message>
      <source>{here} of {size} of a character</source>
      <translation>字符的 {size} 个字节中的 {here} 个</translation>
    </message>
    <message>
      <source>{kind} of {size}</source>
      <translation>{kind}，{size}</translation>
    </message>
    <message>
      <source>{kind} of {size}: more than 125</source>
      <translation>{kind} 有 {size} 字节：超过 125</translation>
    </message>
    <message>
      <source>{kind} with FIN 0: fragmented</source>
      <translation>{kind} 的 FIN 为 0：被分片</translation>
    </message>
    <message>
      <source>{kind} without payload</source>
      <translation>没有载荷的{kind}</translation>
    </message>
    <message>
      <source>{kind} “{text}”</source>
      <translation>{kind}“{text}”</translation>
    </message>
    <message>
      <source>{name}: may be sent</source>
      <translation>{name}：可以发送</translation>
    </message>
    <message>
      <source>{name}: may not be sent</source>
      <translation>{name}：不得发送</translation>
    </message>
    <message>
      <source>{number} is no byte: a byte is 0 to 255.</source>
      <translation>{number} 不是字节：字节是 0 到 255。</translation>
    </message>
    <message>
      <source>{request} bytes of request, {answer} bytes of answer; after them, frames.</source>
      <translation>请求 {request} 字节，应答 {answer} 字节；之后就是帧。</translation>
    </message>
    <message>
      <source>{rule} Found: {value}.</source>
      <translation>{rule} 实际为：{value}。</translation>
    </message>
    <message>
      <source>{size} after it: {bytes}</source>
      <translation>其后还有 {size}：{bytes}</translation>
    </message>
    <message>
      <source>{size} before it</source>
      <translation>其前有 {size}</translation>
    </message>
    <message>
      <source>{size} bytes in {count} frames: {flags} of flags and length, {key} of keys, {payload} of payload.</source>
      <translation>{count} 个帧共 {size} 字节：标志与长度 {flags}，密钥 {key}，载荷 {payload}。</translation>
    </message>
    <message>
      <source>{size} for 1 character: {parts}.</source>
      <translation>{size}传送 1 个字符：{parts}。</translation>
    </message>
    <message>
      <source>{size} for {characters} characters: {parts}.</source>
      <translation>{size}传送 {characters} 个字符：{parts}。</translation>
    </message>
    <message>
      <source>{size} missing</source>
      <translation>还缺 {size}</translation>
    </message>
    <message>
      <source>{size} of 125 bytes</source>
      <translation>{size} / 125 字节</translation>
    </message>
    <message>
      <source>{size} of it missing</source>
      <translation>还缺 {size}</translation>
    </message>
    <message>
      <source>{size} of {most} bytes</source>
      <translation>{size} / {most} 字节</translation>
    </message>
    <message>
      <source>{size}: {header} header + {payload} payload</source>
      <translation>{size}：头部 {header} + 载荷 {payload}</translation>
    </message>
    <message>
      <source>{size}: {parts}.</source>
      <translation>{size}：{parts}。</translation>
    </message>
    <message>
      <source>“Hel”, fragment 1</source>
      <translation>“Hel”，分片 1</translation>
    </message>
    <message>
      <source>“lo”, fragment 2</source>
      <translation>“lo”，分片 2</translation>
    </message>
    <message>
      <source>“{sign}” at character {place} is neither hex nor base64, and the text is no array and no dump of bytes.</source>
      <translation>第 {place} 个字符“{sign}”既不是十六进制也不是 base64，文本也不是数组或字节转储。</translation>
    </message>
  </context>
  <context>
    <name>live</name>
    <message>
      <source>A Close begins with its code, such as 1000.</source>
      <translation>Close 以关闭码开头，例如 1000。</translation>
    </message>
    <message>
      <source>A WebSocket’s address has no fragment (RFC 6455 section 3): leave out “#”.</source>
      <translation>WebSocket 地址没有片段部分（RFC 6455 第 3 节）：请去掉“#”。</translation>
    </message>
    <message>
      <source>A bearer token has no spaces and only ASCII characters.</source>
      <translation>Bearer 令牌只含 ASCII 字符，没有空格。</translation>
    </message>
    <message>
      <source>A byte has two hex digits; one is missing.</source>
      <translation>一个字节有两位十六进制数字；这里少一位。</translation>
    </message>
    <message>
      <source>A close code has two bytes: it is at most 65535.</source>
      <translation>关闭码占两个字节：最大为 65535。</translation>
    </message>
    <message>
      <source>A control frame carries at most 125 bytes; these are {size}.</source>
      <translation>控制帧最多携带 125 字节；这里有 {size} 字节。</translation>
    </message>
    <message>
      <source>A port is a number up to 65535; 0 is any free one.</source>
      <translation>端口是不大于 65535 的数字；0 表示任意空闲端口。</translation>
    </message>
    <message>
      <source>A server listens somewhere: 127.0.0.1 is this machine alone.</source>
      <translation>服务器总要监听某个地址：127.0.0.1 表示仅限本机。</translation>
    </message>
    <message>
      <source>An address looks like ws://127.0.0.1:8765/.</source>
      <translation>地址形如 ws://127.0.0.1:8765/。</translation>
    </message>
    <message>
      <source>Between two pings are 1 to 3600 seconds; leave it empty to send none.</source>
      <translation>两次 ping 之间为 1 到 3600 秒；留空则不发送。</translation>
    </message>
    <message>
      <source>Half of a surrogate pair is no character: it has no UTF-8.</source>
      <translation>半个代理对不是字符：它没有 UTF-8 编码。</translation>
    </message>
    <message>
      <source>Line {line} is no header: write Name: value.</source>
      <translation>第 {line} 行不是请求头：请写成 Name: value。</translation>
    </message>
    <message>
      <source>No delay is longer than a minute: 60000 ms.</source>
      <translation>延迟不能超过一分钟：60000 毫秒。</translation>
    </message>
    <message>
      <source>Raw bytes are typed in hex, such as 81 02 48 69.</source>
      <translation>原始字节用十六进制输入，例如 81 02 48 69。</translation>
    </message>
    <message>
      <source>The most is no less than the least.</source>
      <translation>最大值不能小于最小值。</translation>
    </message>
    <message>
      <source>The reason of a Close has at most 123 bytes; this one has {size}.</source>
      <translation>Close 的原因最多 123 字节；这里有 {size} 字节。</translation>
    </message>
    <message>
      <source>The seed is a whole number: the same seed, the same weather.</source>
      <translation>种子是一个整数：种子相同，网络状况就相同。</translation>
    </message>
    <message>
      <source>This is a whole number, 0 or more, or nothing.</source>
      <translation>这里填一个不小于 0 的整数，或者留空。</translation>
    </message>
    <message>
      <source>This is an address of HTTP; a WebSocket’s begins with ws:// or wss://.</source>
      <translation>这是 HTTP 地址；WebSocket 地址以 ws:// 或 wss:// 开头。</translation>
    </message>
    <message>
      <source>This is at least 1, or nothing.</source>
      <translation>这里至少填 1，或者留空。</translation>
    </message>
    <message>
      <source>This is no address of a WebSocket; one looks like ws://127.0.0.1:8765/.</source>
      <translation>这不是 WebSocket 地址；正确的形如 ws://127.0.0.1:8765/。</translation>
    </message>
    <message>
      <source>{code} must not stand in a Close frame (RFC 6455 section 7.4).</source>
      <translation>{code} 不得出现在 Close 帧中（RFC 6455 第 7.4 节）。</translation>
    </message>
    <message>
      <source>“{letter}” is no hex digit.</source>
      <translation>“{letter}”不是十六进制数字。</translation>
    </message>
    <message>
      <source>“{origin}” is no origin; one looks like https://example.com.</source>
      <translation>“{origin}”不是来源；来源形如 https://example.com。</translation>
    </message>
    <message>
      <source>“{word}” is no name of a subprotocol (RFC 6455 section 4.1).</source>
      <translation>“{word}”不是合法的子协议名（RFC 6455 第 4.1 节）。</translation>
    </message>
    <message>
      <source>“{word}” stands here twice; each subprotocol is named once.</source>
      <translation>“{word}”出现了两次；每个子协议只写一次。</translation>
    </message>
  </context>
  <context>
    <name>mistakes</name>
    <message>
      <source>A heading is “## ” with {kinds} and an id, not “{line}”.</source>
      <translation>标题要写成“## ”加 {kinds} 之一，再加 id，而不是“{line}”。</translation>
    </message>
    <message>
      <source>A lesson begins with slug, group and order: {why}.</source>
      <translation>课程要以 slug、group 和 order 开头：{why}。</translation>
    </message>
    <message>
      <source>A lesson needs at least one step.</source>
      <translation>课程至少需要一个步骤。</translation>
    </message>
    <message>
      <source>A variant and a fault have the id “{id}”.</source>
      <translation>一个变体与一个故障的 id 都是“{id}”。</translation>
    </message>
    <message>
      <source>A {kind} has no margin note.</source>
      <translation>{kind}没有旁注。</translation>
    </message>
    <message>
      <source>A {which} has no {part}.</source>
      <translation>{which}没有 {part}。</translation>
    </message>
    <message>
      <source>Ada sent no frame {number}.</source>
      <translation>Ada 没有发送第 {number} 帧。</translation>
    </message>
    <message>
      <source>Ada's connection is not over.</source>
      <translation>Ada 的连接还没有结束。</translation>
    </message>
    <message>
      <source>Below the title stands {what}: one paragraph, not {found}.</source>
      <translation>标题下面是{what}：一段，而不是 {found} 段。</translation>
    </message>
    <message>
      <source>Below the {kind} “{id}” stands {what}: one paragraph, not {found}.</source>
      <translation>{kind}“{id}”下面是{what}：一段，而不是 {found} 段。</translation>
    </message>
    <message>
      <source>Connection {place} has no request.</source>
      <translation>第 {place} 个连接没有请求。</translation>
    </message>
    <message>
      <source>Frame {number} of the {who} has no masked byte {place}.</source>
      <translation>{who}的第 {number} 帧没有第 {place} 个经掩码的字节。</translation>
    </message>
    <message>
      <source>Message {number} of the {who} has no {kind} {place}.</source>
      <translation>{who}的第 {number} 条消息没有第 {place} 个{kind}。</translation>
    </message>
    <message>
      <source>No step asks the question “{id}”.</source>
      <translation>没有任何步骤提出问题“{id}”。</translation>
    </message>
    <message>
      <source>Nobody can do “{do}”; known are: {known}.</source>
      <translation>没有谁会做“{do}”；可用的有：{known}。</translation>
    </message>
    <message>
      <source>Nobody does “{deed}” in this run.</source>
      <translation>这次运行中没有谁做“{deed}”。</translation>
    </message>
    <message>
      <source>Nobody greeted {session}.</source>
      <translation>没有谁问候 {session}。</translation>
    </message>
    <message>
      <source>Nobody heard word {number}.</source>
      <translation>没有谁听到第 {number} 句话。</translation>
    </message>
    <message>
      <source>Nobody is told anything in this run.</source>
      <translation>这次运行中没有谁得到通知。</translation>
    </message>
    <message>
      <source>Nobody probed a connection that then ended.</source>
      <translation>没有谁探测过随后结束的连接。</translation>
    </message>
    <message>
      <source>Nobody sent too much in this run.</source>
      <translation>这次运行中没有谁发送过多内容。</translation>
    </message>
    <message>
      <source>Nobody's heart beats in this run.</source>
      <translation>这次运行中没有谁发送心跳。</translation>
    </message>
    <message>
      <source>Nothing more went through TLS in this run.</source>
      <translation>这次运行中没有更多内容经过 TLS。</translation>
    </message>
    <message>
      <source>Nothing stands in the cache.</source>
      <translation>缓存中没有内容。</translation>
    </message>
    <message>
      <source>Nothing was given to Ben's program.</source>
      <translation>没有任何内容交给 Ben 的程序。</translation>
    </message>
    <message>
      <source>Only one side is told in this run.</source>
      <translation>这次运行中只有一端得到通知。</translation>
    </message>
    <message>
      <source>The answer has no bit {bit}.</source>
      <translation>应答值没有第 {bit} 位。</translation>
    </message>
    <message>
      <source>The client is told nothing in this run.</source>
      <translation>这次运行中，客户端没有得到任何通知。</translation>
    </message>
    <message>
      <source>The connection “{name}” has no {part}.</source>
      <translation>连接“{name}”没有 {part}。</translation>
    </message>
    <message>
      <source>The crowd “{name}” is not complete in this run.</source>
      <translation>这次运行中，客户端群“{name}”不完整。</translation>
    </message>
    <message>
      <source>The fault “{id}” sets nothing.</source>
      <translation>故障“{id}”没有设置任何内容。</translation>
    </message>
    <message>
      <source>The file is not UTF-8: byte {place}.</source>
      <translation>文件不是 UTF-8 编码：第 {place} 字节。</translation>
    </message>
    <message>
      <source>The first line must be “# ” and the lesson’s title.</source>
      <translation>第一行必须是“# ”加课程标题。</translation>
    </message>
    <message>
      <source>The goal has no condition “{id}”.</source>
      <translation>目标没有条件“{id}”。</translation>
    </message>
    <message>
      <source>The goal lacks the condition “{id}”.</source>
      <translation>目标缺少条件“{id}”。</translation>
    </message>
    <message>
      <source>The key of this run has no bit {bit}.</source>
      <translation>这次运行的密钥没有第 {bit} 位。</translation>
    </message>
    <message>
      <source>The key of this run is not base64 of 16 bytes.</source>
      <translation>这次运行的密钥不是 16 字节的 base64。</translation>
    </message>
    <message>
      <source>The lesson cannot be read: {reason}.</source>
      <translation>无法读取课程：{reason}。</translation>
    </message>
    <message>
      <source>The lesson has no {kind} “{id}”.</source>
      <translation>本课没有名为“{id}”的{kind}。</translation>
    </message>
    <message>
      <source>The move “{id}” does nothing.</source>
      <translation>操作“{id}”什么也不做。</translation>
    </message>
    <message>
      <source>The option “{option}” is given twice.</source>
      <translation>选项“{option}”出现了两次。</translation>
    </message>
    <message>
      <source>The outcome of the question “{id}” is “{outcome}”, which is none of its options.</source>
      <translation>问题“{id}”的结果是“{outcome}”，但它不在选项之中。</translation>
    </message>
    <message>
      <source>The page of {session} was told nothing.</source>
      <translation>{session} 的页面没有得到任何通知。</translation>
    </message>
    <message>
      <source>The question “{id}” cannot be decided: {error!r}.</source>
      <translation>无法判定问题“{id}”：{error!r}。</translation>
    </message>
    <message>
      <source>The question “{id}” has no option “{option}”.</source>
      <translation>问题“{id}”没有选项“{option}”。</translation>
    </message>
    <message>
      <source>The question “{id}” lacks the option “{option}”.</source>
      <translation>问题“{id}”缺少选项“{option}”。</translation>
    </message>
    <message>
      <source>The scenario cannot be run: {error}.</source>
      <translation>场景无法运行：{error}。</translation>
    </message>
    <message>
      <source>The section “## {heading} {id}” is missing.</source>
      <translation>缺少“## {heading} {id}”小节。</translation>
    </message>
    <message>
      <source>The step “{id}” goes back to the phase “{phase}”.</source>
      <translation>步骤“{id}”退回到了阶段“{phase}”。</translation>
    </message>
    <message>
      <source>The step “{id}” has {found} paragraphs, not 1 or 2.</source>
      <translation>步骤“{id}”有 {found} 段，而不是 1 段或 2 段。</translation>
    </message>
    <message>
      <source>The step “{id}” waits for “{fact}”, which did not happen.</source>
      <translation>步骤“{id}”在等“{fact}”，但它没有发生。</translation>
    </message>
    <message>
      <source>The table has no row “{wanted}”; it has: {rows}.</source>
      <translation>转换表中没有“{wanted}”这一行；表中有：{rows}。</translation>
    </message>
    <message>
      <source>The text in frame {number} of the {who} is valid.</source>
      <translation>{who}第 {number} 帧中的文本是有效的。</translation>
    </message>
    <message>
      <source>The words are not UTF-8: {why} at byte {place}.</source>
      <translation>文字文件不是 UTF-8 编码：第 {place} 字节，{why}。</translation>
    </message>
    <message>
      <source>The words cannot be read: {reason}.</source>
      <translation>无法读取文字文件：{reason}。</translation>
    </message>
    <message>
      <source>The {kind} has no key “{key}”; known are: {known}.</source>
      <translation>{kind}没有名为“{key}”的键；可用的有：{known}。</translation>
    </message>
    <message>
      <source>The {kind} lacks “{key}”.</source>
      <translation>{kind}缺少“{key}”。</translation>
    </message>
    <message>
      <source>The {kind} “{id}” has no “{name}”.</source>
      <translation>{kind}“{id}”没有“{name}”。</translation>
    </message>
    <message>
      <source>The {who} has sent fewer than two frames.</source>
      <translation>{who}发送的帧不到两个。</translation>
    </message>
    <message>
      <source>The {who} has sent no head.</source>
      <translation>{who}没有发送报文头。</translation>
    </message>
    <message>
      <source>The {who} of this run has no limit of its own.</source>
      <translation>这次运行中，{who}没有自己的上限。</translation>
    </message>
    <message>
      <source>There are two sections “{heading} {id}”.</source>
      <translation>有两个“{heading} {id}”小节。</translation>
    </message>
    <message>
      <source>There is no action “{action_id}”.</source>
      <translation>没有名为“{action_id}”的动作。</translation>
    </message>
    <message>
      <source>There is no base64 group {number}.</source>
      <translation>没有第 {number} 个 base64 组。</translation>
    </message>
    <message>
      <source>There is no block {block}.</source>
      <translation>没有第 {block} 块。</translation>
    </message>
    <message>
      <source>There is no close code in the action “{action_id}”.</source>
      <translation>动作“{action_id}”中没有关闭码。</translation>
    </message>
    <message>
      <source>There is no connection {place} in this run.</source>
      <translation>这次运行中没有第 {place} 个连接。</translation>
    </message>
    <message>
      <source>There is no crowd “{name}” in this run.</source>
      <translation>这次运行中没有名为“{name}”的客户端群。</translation>
    </message>
    <message>
      <source>There is no decider “{name}”; known are: {known}.</source>
      <translation>没有名为“{name}”的判定；可用的有：{known}。</translation>
    </message>
    <message>
      <source>There is no fault and no move “{id}”.</source>
      <translation>没有名为“{id}”的故障，也没有这样的操作。</translation>
    </message>
    <message>
      <source>There is no fault named “{id}”; here are: {known}.</source>
      <translation>没有名为“{id}”的故障；这里有：{known}。</translation>
    </message>
    <message>
      <source>There is no figure “{name}”; known are: {known}.</source>
      <translation>没有名为“{name}”的图；可用的有：{known}。</translation>
    </message>
    <message>
      <source>There is no group “{group}” in course.toml.</source>
      <translation>course.toml 中没有名为“{group}”的分组。</translation>
    </message>
    <message>
      <source>There is no lesson named “{slug}”; the course has: {known}.</source>
      <translation>没有名为“{slug}”的课程；现有课程：{known}。</translation>
    </message>
    <message>
      <source>There is no message {number}.</source>
      <translation>没有第 {number} 条消息。</translation>
    </message>
    <message>
      <source>There is no moment “{kind}” in this run.</source>
      <translation>这次运行中没有“{kind}”时刻。</translation>
    </message>
    <message>
      <source>There is no move named “{id}”; here are: {known}.</source>
      <translation>没有名为“{id}”的操作；这里有：{known}。</translation>
    </message>
    <message>
      <source>There is no ping in this run.</source>
      <translation>这次运行中没有 Ping。</translation>
    </message>
    <message>
      <source>There is no play “{play}”; known are: {known}.</source>
      <translation>没有名为“{play}”的剧目；可用的有：{known}。</translation>
    </message>
    <message>
      <source>There is no round {place} in block {block}.</source>
      <translation>第 {block} 块中没有第 {place} 轮。</translation>
    </message>
    <message>
      <source>There is no round {what}.</source>
      <translation>没有第 {what} 轮。</translation>
    </message>
    <message>
      <source>There is no schedule “{name}”; known are: {known}.</source>
      <translation>没有名为“{name}”的重连安排；可用的有：{known}。</translation>
    </message>
    <message>
      <source>There is no value named “{name}”.</source>
      <translation>没有名为“{name}”的值。</translation>
    </message>
    <message>
      <source>There is no value named “{{{name}}}”.</source>
      <translation>没有名为“{{{name}}}”的值。</translation>
    </message>
    <message>
      <source>There is no word {place} in block {block}.</source>
      <translation>第 {block} 块中没有第 {place} 个字。</translation>
    </message>
    <message>
      <source>There is no {kind} “{id}”.</source>
      <translation>没有名为“{id}”的{kind}。</translation>
    </message>
    <message>
      <source>There is nothing named {name!r} to set; here are: {known}.</source>
      <translation>没有名为 {name!r} 的项可以设置；这里有：{known}。</translation>
    </message>
    <message>
      <source>This is not TOML: {why}.</source>
      <translation>这不是 TOML：{why}。</translation>
    </message>
    <message>
      <source>This run does not end for the {who}.</source>
      <translation>这次运行对{who}来说没有结束。</translation>
    </message>
    <message>
      <source>This run has no accept value.</source>
      <translation>这次运行没有 Accept 值。</translation>
    </message>
    <message>
      <source>This run has no compressed message of {least} bytes from the {who}.</source>
      <translation>这次运行中没有来自{who}、至少 {least} 字节的压缩消息。</translation>
    </message>
    <message>
      <source>This run has no compression.</source>
      <translation>这次运行没有压缩。</translation>
    </message>
    <message>
      <source>This run has no connection “{name}”.</source>
      <translation>这次运行没有名为“{name}”的连接。</translation>
    </message>
    <message>
      <source>This run has no frame from the server.</source>
      <translation>这次运行中没有来自服务器的帧。</translation>
    </message>
    <message>
      <source>This run has no frame {number} from the client of “{connection}”.</source>
      <translation>这次运行中没有来自“{connection}”的客户端的第 {number} 帧。</translation>
    </message>
    <message>
      <source>This run has no frame {number} from the {who}.</source>
      <translation>这次运行中没有来自{who}的第 {number} 帧。</translation>
    </message>
    <message>
      <source>This run has no handshake.</source>
      <translation>这次运行没有握手。</translation>
    </message>
    <message>
      <source>This run has no message {number} from the {who}.</source>
      <translation>这次运行中没有来自{who}的第 {number} 条消息。</translation>
    </message>
    <message>
      <source>This run has no message {number} of the {who}.</source>
      <translation>这次运行没有{who}的第 {number} 条消息。</translation>
    </message>
    <message>
      <source>This run has no moment of the kind {kind}.</source>
      <translation>这次运行没有 {kind} 类的时刻。</translation>
    </message>
    <message>
      <source>This run has no request.</source>
      <translation>这次运行没有请求。</translation>
    </message>
    <message>
      <source>This run has no response.</source>
      <translation>这次运行没有响应。</translation>
    </message>
    <message>
      <source>This run has no segment {number} from the {who}.</source>
      <translation>这次运行中没有来自{who}的第 {number} 个报文段。</translation>
    </message>
    <message>
      <source>This run has no {kind} {number}.</source>
      <translation>这次运行没有第 {number} 个 {kind}。</translation>
    </message>
    <message>
      <source>This run has no {name} header.</source>
      <translation>这次运行没有 {name} 首部。</translation>
    </message>
    <message>
      <source>This run has no {part} of the HTTP/2 {kind} {number}.</source>
      <translation>这次运行没有第 {number} 个 HTTP/2 {kind} 的 {part}。</translation>
    </message>
    <message>
      <source>This run has no {which} of extensions.</source>
      <translation>这次运行没有扩展的{which}。</translation>
    </message>
    <message>
      <source>This run has no {which} visitor.</source>
      <translation>这次运行没有{which}访客。</translation>
    </message>
    <message>
      <source>This run has several connections.</source>
      <translation>这次运行有多个连接。</translation>
    </message>
    <message>
      <source>Two lessons have the slug “{slug}”.</source>
      <translation>两个课程的 slug 都是“{slug}”。</translation>
    </message>
    <message>
      <source>Two {kind}s have the id “{id}”.</source>
      <translation>两个{kind}的 id 都是“{id}”。</translation>
    </message>
    <message>
      <source>Write “[[goal.condition]]” for each condition of the goal.</source>
      <translation>目标的每个条件都要写成“[[goal.condition]]”。</translation>
    </message>
    <message>
      <source>Write “[[{table}.action]]” for each action of “{id}”.</source>
      <translation>“{id}”的每个动作都要写成“[[{table}.action]]”。</translation>
    </message>
    <message>
      <source>Write “[[{table}]]” for each {kind}.</source>
      <translation>每个{kind}都要写成“[[{table}]]”。</translation>
    </message>
    <message>
      <source>Write “[goal]” as a table.</source>
      <translation>“[goal]”要写成表。</translation>
    </message>
    <message>
      <source>Write “[scenario]” as a table.</source>
      <translation>“[scenario]”要写成表。</translation>
    </message>
    <message>
      <source>action</source>
      <translation>动作</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>应答</translation>
    </message>
    <message>
      <source>client</source>
      <translation>客户端</translation>
    </message>
    <message>
      <source>code</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>condition</source>
      <translation>条件</translation>
    </message>
    <message>
      <source>copy</source>
      <translation>引用</translation>
    </message>
    <message>
      <source>fault</source>
      <translation>故障</translation>
    </message>
    <message>
      <source>first</source>
      <translation>第一位</translation>
    </message>
    <message>
      <source>goal</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>invalid continuation byte</source>
      <translation>后续字节无效</translation>
    </message>
    <message>
      <source>invalid start byte</source>
      <translation>起始字节无效</translation>
    </message>
    <message>
      <source>its name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>its sentence</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>its summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <source>its task</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>its text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>lesson</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>move</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>offer</source>
      <translation>提议</translation>
    </message>
    <message>
      <source>phase</source>
      <translation>阶段</translation>
    </message>
    <message>
      <source>question</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>request</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>response</source>
      <translation>响应</translation>
    </message>
    <message>
      <source>scenario</source>
      <translation>场景</translation>
    </message>
    <message>
      <source>second</source>
      <translation>第二位</translation>
    </message>
    <message>
      <source>server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>unexpected end of data</source>
      <translation>数据意外结束</translation>
    </message>
    <message>
      <source>variant</source>
      <translation>变体</translation>
    </message>
    <message>
      <source>{name!r} is not one value; name one of its parts.</source>
      <translation>{name!r} 不是单个值；请指明它的某一部分。</translation>
    </message>
    <message>
      <source>{name!r} takes a list, not {new!r}.</source>
      <translation>{name!r} 要的是列表，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes a number of seconds, not {new!r}.</source>
      <translation>{name!r} 要的是秒数，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes a table of names and texts, not {new!r}.</source>
      <translation>{name!r} 要的是名称与文本对应的表，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes a text, not {new!r}.</source>
      <translation>{name!r} 要的是文本，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes a whole number, not {new!r}.</source>
      <translation>{name!r} 要的是整数，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes hex digits, not {new!r}.</source>
      <translation>{name!r} 要的是十六进制数字，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>{name!r} takes true or false, not {new!r}.</source>
      <translation>{name!r} 要的是 true 或 false，而不是 {new!r}。</translation>
    </message>
    <message>
      <source>“depth” is 1, 2 or 3.</source>
      <translation>“depth”是 1、2 或 3。</translation>
    </message>
    <message>
      <source>“options” must be a table of texts and numbers.</source>
      <translation>“options”必须是由文本和数字组成的表。</translation>
    </message>
    <message>
      <source>“set” of the {kind} “{id}” must be a table.</source>
      <translation>{kind}“{id}”的“set”必须是表。</translation>
    </message>
    <message>
      <source>“solution” is for each run a list of faults and moves.</source>
      <translation>“solution”要为每次运行列出故障和操作。</translation>
    </message>
    <message>
      <source>“{id}” needs two or more options that differ.</source>
      <translation>“{id}”需要至少两个不同的选项。</translation>
    </message>
    <message>
      <source>“{key}” is given twice.</source>
      <translation>“{key}”出现了两次。</translation>
    </message>
    <message>
      <source>“{key}” must be a list of texts.</source>
      <translation>“{key}”必须是由文本组成的列表。</translation>
    </message>
    <message>
      <source>“{key}” must be a text.</source>
      <translation>“{key}”必须是文本。</translation>
    </message>
    <message>
      <source>“{key}” must be a whole number.</source>
      <translation>“{key}”必须是整数。</translation>
    </message>
    <message>
      <source>“{name}” has no place in the {kind} “{id}”.</source>
      <translation>{kind}“{id}”中不能有“{name}”。</translation>
    </message>
    <message>
      <source>“{name}” is neither client nor server.</source>
      <translation>“{name}”既不是 client 也不是 server。</translation>
    </message>
    <message>
      <source>“{text}” is no condition: write FACT, “not FACT”, “count FACT &gt;= N”, “VALUE = TEXT” or “row WHO …”.</source>
      <translation>“{text}”不是条件：请写成 FACT、“not FACT”、“count FACT &gt;= N”、“VALUE = TEXT”或“row WHO …”。</translation>
    </message>
  </context>
  <context>
    <name>network</name>
    <message>
      <source>No port of {host} can be opened ({reason}): lessons need TCP on this machine.</source>
      <translation>无法打开 {host} 的任何端口（{reason}）：课程需要使用本机的 TCP。</translation>
    </message>
    <message>
      <source>The Python package “redis” is missing: install it (pip install redis), or leave out the option.</source>
      <translation>缺少 Python 包“redis”：请安装它（pip install redis），或者去掉这个选项。</translation>
    </message>
    <message>
      <source>The Redis at {address} does not work ({reason}): the broker in this program goes on in its place.</source>
      <translation>{address} 上的 Redis 不能用（{reason}），由本程序内的消息代理接替。</translation>
    </message>
    <message>
      <source>The action “{action}” was not answered within {seconds} seconds.</source>
      <translation>动作“{action}”在 {seconds} 秒内没有得到应答。</translation>
    </message>
    <message>
      <source>The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another port.</source>
      <translation>无法使用 {host} 的端口 {port}（{reason}）：请结束占用它的程序，或换一个端口。</translation>
    </message>
    <message>
      <source>“{url}” is not the address of a Redis: write redis://HOST:PORT.</source>
      <translation>“{url}”不是 Redis 的地址，请写成 redis://HOST:PORT。</translation>
    </message>
  </context>
  <context>
    <name>presenting</name>
    <message>
      <source>Step {step} of {count}</source>
      <translation>第 {step} 步，共 {count} 步</translation>
    </message>
    <message>
      <source>The next variant: {variant}</source>
      <translation>下一个变体：{variant}</translation>
    </message>
    <message>
      <source>{variant}: {title}</source>
      <translation>{variant}：{title}</translation>
    </message>
  </context>
  <context>
    <name>publishing</name>
    <message>
      <source>The frames of a capture over time: those of the clients above the line, those of the servers below it, with what the referee found.</source>
      <translation>抓包中各时刻的帧：线上为客户端所发，线下为服务器所发，并标出裁判发现的问题。</translation>
    </message>
    <message>
      <source>The opening handshake of connection #{number} and the checks of both ends.</source>
      <translation>连接 #{number} 的开始握手与两端所做的检查。</translation>
    </message>
    <message>
      <source>The states of both ends of a connection and what leads from one to the next, with the sections of RFC 6455.</source>
      <translation>连接两端的状态，以及从一个状态到下一个状态的条件，各附 RFC 6455 的章节号。</translation>
    </message>
    <message>
      <source>The states of both ends of connection #{number} and what led to them.</source>
      <translation>连接 #{number} 两端的状态及其由来。</translation>
    </message>
    <message>
      <source>{bench}: {title}.</source>
      <translation>{bench}：{title}。</translation>
    </message>
  </context>
  <context>
    <name>reasons</name>
    <message>
      <source>address already in use</source>
      <translation>地址已被占用</translation>
    </message>
    <message>
      <source>address not available</source>
      <translation>地址不可用</translation>
    </message>
    <message>
      <source>connection refused</source>
      <translation>连接被拒绝</translation>
    </message>
    <message>
      <source>connection refused on every address</source>
      <translation>所有地址都拒绝连接</translation>
    </message>
    <message>
      <source>it is a directory</source>
      <translation>它是一个目录</translation>
    </message>
    <message>
      <source>it was not answered in time</source>
      <translation>未在规定时间内得到应答</translation>
    </message>
    <message>
      <source>no space left on device</source>
      <translation>设备上没有剩余空间</translation>
    </message>
    <message>
      <source>no such file or directory</source>
      <translation>没有这个文件或目录</translation>
    </message>
    <message>
      <source>operation not permitted</source>
      <translation>操作不被允许</translation>
    </message>
    <message>
      <source>part of the path is not a directory</source>
      <translation>路径中有一段不是目录</translation>
    </message>
    <message>
      <source>permission denied</source>
      <translation>权限不足</translation>
    </message>
    <message>
      <source>the file system is read-only</source>
      <translation>文件系统为只读</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>名称过长</translation>
    </message>
    <message>
      <source>too many open files</source>
      <translation>打开的文件过多</translation>
    </message>
  </context>
  <context>
    <name>requests</name>
    <message>
      <source>A subprotocol is offered once (section 4.1, item 10).</source>
      <translation>同一个子协议只能提议一次（4.1 节第 10 条）。</translation>
    </message>
    <message>
      <source>A token has letters, digits and -._~+/ only, and “=” at its end.</source>
      <translation>令牌只能有字母、数字和 -._~+/，末尾可以有“=”。</translation>
    </message>
    <message>
      <source>The value of the header “{name}” holds a character that no header can hold.</source>
      <translation>头部“{name}”的值里有头部不允许的字符。</translation>
    </message>
    <message>
      <source>“{line}” is no header: write it as “Name: value”.</source>
      <translation>“{line}”不是头部：请写成“Name: value”。</translation>
    </message>
    <message>
      <source>“{name}” is no subprotocol: letters, digits and !#$%&amp;'*+-.^_`|~ make a name.</source>
      <translation>“{name}”不是子协议名：名称由字母、数字和 !#$%&amp;'*+-.^_`|~ 组成。</translation>
    </message>
  </context>
  <context>
    <name>script</name>
    <message>
      <source>A script has at most 1000 rules.</source>
      <translation>脚本最多有 1000 条规则。</translation>
    </message>
    <message>
      <source>A script is a list of [[rule]] tables, and nothing else.</source>
      <translation>脚本只能是一串 [[rule]] 表，不能有别的内容。</translation>
    </message>
    <message>
      <source>Rule {number}: a control frame carries at most 125 bytes; use “raw” to break that.</source>
      <translation>规则 {number}：控制帧最多携带 125 字节；想打破这一点，请用“raw”。</translation>
    </message>
    <message>
      <source>Rule {number}: there is no “{name}”; a rule has when, what, do, value, code, after.</source>
      <translation>规则 {number}：没有“{name}”这一项；规则有 when、what、do、value、code、after。</translation>
    </message>
    <message>
      <source>Rule {number}: {code} is no close code: it is a number up to 65535.</source>
      <translation>规则 {number}：{code} 不是关闭码：关闭码是不超过 65535 的数。</translation>
    </message>
    <message>
      <source>Rule {number}: “after” is a number of seconds from 0 to 3600.</source>
      <translation>规则 {number}：“after”是 0 到 3600 的秒数。</translation>
    </message>
    <message>
      <source>Rule {number}: “echo” needs a message to send back.</source>
      <translation>规则 {number}：“echo”需要有一条消息可以送回。</translation>
    </message>
    <message>
      <source>Rule {number}: “{name}” is no “do”; there are {all}.</source>
      <translation>规则 {number}：“{name}”不是“do”的取值；可用的有 {all}。</translation>
    </message>
    <message>
      <source>Rule {number}: “{name}” is no “when”; there are {all}.</source>
      <translation>规则 {number}：“{name}”不是“when”的取值；可用的有 {all}。</translation>
    </message>
    <message>
      <source>Rule {number}: “{name}” is of the wrong type.</source>
      <translation>规则 {number}：“{name}”的类型不对。</translation>
    </message>
    <message>
      <source>Rule {number}: “{text}” is not hex: two digits for each byte.</source>
      <translation>规则 {number}：“{text}”不是十六进制：每个字节两位数字。</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
      <source>{path} is larger than 1 MiB: that is no script.</source>
      <translation>{path} 大于 1 MiB：这不会是脚本。</translation>
    </message>
    <message>
      <source>{path} is no TOML file: {why}.</source>
      <translation>{path} 不是 TOML 文件：{why}。</translation>
    </message>
  </context>
  <context>
    <name>session</name>
    <message>
      <source>The lesson cannot be run here: {reason}.</source>
      <translation>课程无法在这里运行：{reason}。</translation>
    </message>
    <message>
      <source>There is no lesson named “{slug}”; the course has: {known}.</source>
      <translation>没有名为“{slug}”的课程；现有课程：{known}。</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
      <source>{path} is an empty recording: there is nothing to show.</source>
      <translation>{path} 是一份空记录，没有内容可以显示。</translation>
    </message>
    <message>
      <source>{path}, line 1: not a recording of version {version}.</source>
      <translation>{path} 第 1 行：不是版本 {version} 的记录。</translation>
    </message>
    <message>
      <source>{path}, line {line}: not an entry; {count} entries before it were read.</source>
      <translation>{path}，第 {line} 行：不是记录条目；此前的 {count} 条已读取。</translation>
    </message>
  </context>
  <context>
    <name>storyboard</name>
    <message>
      <source>Answers</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Choose an answer</source>
      <translation>选择答案</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Print all steps</source>
      <translation>打印全部步骤</translation>
    </message>
    <message>
      <source>Show the answer</source>
      <translation>显示答案</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>速度</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>The lesson cannot be run here: {reason}.</source>
      <translation>无法在此运行本课：{reason}。</translation>
    </message>
    <message>
      <source>“{name}” has no connection {number}: it has {count}.</source>
      <translation>“{name}”没有第 {number} 个连接：共有 {count} 个。</translation>
    </message>
    <message>
      <source>“{name}” has no step “{step}”: it has steps 1 to {count}.</source>
      <translation>“{name}”没有步骤“{step}”：步骤为 1 到 {count}。</translation>
    </message>
    <message>
      <source>“{name}” has {count} steps at depth {depth}: a storyboard has at most {most}. Choose a lower depth.</source>
      <translation>“{name}”在深度 {depth} 下有 {count} 步，而分镜最多 {most} 步。请选择更低的深度。</translation>
    </message>
    <message>
      <source>“{name}” holds no WebSocket connection: there is nothing to show.</source>
      <translation>“{name}”中没有 WebSocket 连接，没有可显示的内容。</translation>
    </message>
  </context>
  <context>
    <name>traffic</name>
    <message>
      <source>Accept value wrong</source>
      <translation>Accept 值有误</translation>
    </message>
    <message>
      <source>Close body of one byte</source>
      <translation>Close 正文只有一个字节</translation>
    </message>
    <message>
      <source>Close code never sent</source>
      <translation>不得发送的关闭码</translation>
    </message>
    <message>
      <source>Close not answered</source>
      <translation>Close 没有应答</translation>
    </message>
    <message>
      <source>Close reason is not UTF-8</source>
      <translation>关闭原因不是 UTF-8</translation>
    </message>
    <message>
      <source>Compression answer does not fit</source>
      <translation>压缩应答与提议不符</translation>
    </message>
    <message>
      <source>Compression offer not valid</source>
      <translation>压缩提议无效</translation>
    </message>
    <message>
      <source>Connection lacks “Upgrade”</source>
      <translation>Connection 缺少“Upgrade”</translation>
    </message>
    <message>
      <source>Connection {number}, {address}: {state}. {outcome}. Frames: {frames}, violations: {violations}, warnings: {warnings}, gaps: {gaps}.</source>
      <translation>连接 {number}，{address}：{state}。{outcome}。帧 {frames}，违规 {violations}，警告 {warnings}，缺口 {gaps}。</translation>
    </message>
    <message>
      <source>Content-Length in the request</source>
      <translation>请求带有 Content-Length</translation>
    </message>
    <message>
      <source>Continues no message</source>
      <translation>没有可延续的消息</translation>
    </message>
    <message>
      <source>Control frame above 125 bytes</source>
      <translation>控制帧超过 125 字节</translation>
    </message>
    <message>
      <source>Control frame fragmented</source>
      <translation>控制帧被分片</translation>
    </message>
    <message>
      <source>Data after Close</source>
      <translation>Close 之后仍发数据</translation>
    </message>
    <message>
      <source>Extension was not offered</source>
      <translation>扩展未曾提出</translation>
    </message>
    <message>
      <source>Extensions malformed</source>
      <translation>扩展列表格式有误</translation>
    </message>
    <message>
      <source>HTTP older than 1.1</source>
      <translation>HTTP 低于 1.1</translation>
    </message>
    <message>
      <source>HTTP request</source>
      <translation>HTTP 请求</translation>
    </message>
    <message>
      <source>HTTP response</source>
      <translation>HTTP 响应</translation>
    </message>
    <message>
      <source>Host is missing or wrong</source>
      <translation>Host 缺失或有误</translation>
    </message>
    <message>
      <source>Interrupts a message</source>
      <translation>打断了一条消息</translation>
    </message>
    <message>
      <source>Key is not 16 bytes</source>
      <translation>密钥不是 16 字节</translation>
    </message>
    <message>
      <source>Larger than the limit</source>
      <translation>超过上限</translation>
    </message>
    <message>
      <source>Length not in its shortest form</source>
      <translation>长度不是最短形式</translation>
    </message>
    <message>
      <source>Masked by the server</source>
      <translation>服务器加了掩码</translation>
    </message>
    <message>
      <source>Masking key is all zeros</source>
      <translation>掩码密钥全为 0</translation>
    </message>
    <message>
      <source>Method is not GET</source>
      <translation>方法不是 GET</translation>
    </message>
    <message>
      <source>No file is open</source>
      <translation>没有打开文件</translation>
    </message>
    <message>
      <source>Not a valid HTTP request</source>
      <translation>不是有效的 HTTP 请求</translation>
    </message>
    <message>
      <source>Not a valid HTTP response</source>
      <translation>不是有效的 HTTP 响应</translation>
    </message>
    <message>
      <source>Not judged: bytes are missing.</source>
      <translation>不作判断：缺失字节。</translation>
    </message>
    <message>
      <source>Not masked</source>
      <translation>没有掩码</translation>
    </message>
    <message>
      <source>Not valid DEFLATE data</source>
      <translation>DEFLATE 数据无效</translation>
    </message>
    <message>
      <source>Opcode not defined</source>
      <translation>操作码未定义</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>已打开</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>正在打开</translation>
    </message>
    <message>
      <source>Origin refused</source>
      <translation>来源被拒绝</translation>
    </message>
    <message>
      <source>Ping not answered</source>
      <translation>ping 没有应答</translation>
    </message>
    <message>
      <source>RSV bit without an extension</source>
      <translation>没有扩展却置了 RSV 位</translation>
    </message>
    <message>
      <source>RSV1 in the wrong place</source>
      <translation>RSV1 的位置不对</translation>
    </message>
    <message>
      <source>Sent before the answer</source>
      <translation>未等应答就发送</translation>
    </message>
    <message>
      <source>Status is not 101</source>
      <translation>状态码不是 101</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <source>Subprotocol was not offered</source>
      <translation>子协议未曾提出</translation>
    </message>
    <message>
      <source>Subprotocols malformed</source>
      <translation>子协议列表格式有误</translation>
    </message>
    <message>
      <source>TCP ended without Close</source>
      <translation>没有 Close 就结束 TCP</translation>
    </message>
    <message>
      <source>Target is not valid</source>
      <translation>请求目标无效</translation>
    </message>
    <message>
      <source>Text is not UTF-8</source>
      <translation>文本不是 UTF-8</translation>
    </message>
    <message>
      <source>Top bit of the length is 1</source>
      <translation>长度的最高位为 1</translation>
    </message>
    <message>
      <source>Transfer-Encoding in the request</source>
      <translation>请求带有 Transfer-Encoding</translation>
    </message>
    <message>
      <source>Upgrade is not “websocket”</source>
      <translation>Upgrade 不是“websocket”</translation>
    </message>
    <message>
      <source>Upgrade lacks “websocket”</source>
      <translation>Upgrade 缺少“websocket”</translation>
    </message>
    <message>
      <source>Version is not 13</source>
      <translation>版本不是 13</translation>
    </message>
    <message>
      <source>Violation: {reason}.</source>
      <translation>违规：{reason}。</translation>
    </message>
    <message>
      <source>Warning: {reason}.</source>
      <translation>警告：{reason}。</translation>
    </message>
    <message>
      <source>a broken rule or its section: rule:frame.masked or rule:5.1</source>
      <translation>被违反的规则或其章节：rule:frame.masked 或 rule:5.1</translation>
    </message>
    <message>
      <source>a time of the day or a range of it: time:12:04:30-34</source>
      <translation>钟点或一段时间：time:12:04:30-34</translation>
    </message>
    <message>
      <source>all {size} MB read</source>
      <translation>{size} MB 全部读完</translation>
    </message>
    <message>
      <source>all {size} kB read</source>
      <translation>{size} kB 全部读完</translation>
    </message>
    <message>
      <source>answer missing from the capture</source>
      <translation>捕获中缺少应答</translation>
    </message>
    <message>
      <source>began before the capture</source>
      <translation>在抓包之前开始</translation>
    </message>
    <message>
      <source>binary</source>
      <translation>二进制</translation>
    </message>
    <message>
      <source>bytes in the payload: hex:89504e47</source>
      <translation>载荷中的字节：hex:89504e47</translation>
    </message>
    <message>
      <source>client to server</source>
      <translation>客户端到服务器</translation>
    </message>
    <message>
      <source>client to server, inside {frame}: its length is known, so the next frame is found</source>
      <translation>客户端到服务器，在 {frame} 之内：长度已知，因此能找到下一帧</translation>
    </message>
    <message>
      <source>client to server: the place is lost until a frame is found again</source>
      <translation>客户端到服务器：失去位置，直到重新找到一帧</translation>
    </message>
    <message>
      <source>close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>close codes: code:1002</source>
      <translation>关闭码：code:1002</translation>
    </message>
    <message>
      <source>code {code}</source>
      <translation>关闭码 {code}</translation>
    </message>
    <message>
      <source>conn.</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>connections by number: conn:2 or conn:1,3</source>
      <translation>按连接编号：conn:2 或 conn:1,3</translation>
    </message>
    <message>
      <source>direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <source>everything on the wire in bytes: wire&gt;=1000</source>
      <translation>线路上的总字节数：wire&gt;=1000</translation>
    </message>
    <message>
      <source>frames</source>
      <translation>帧</translation>
    </message>
    <message>
      <source>gaps</source>
      <translation>缺口</translation>
    </message>
    <message numerus="yes">
      <source>missing %n bytes</source>
      <translation>
        <numerusform>缺失 %n 字节</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>尚无应答</translation>
    </message>
    <message>
      <source>no frames</source>
      <translation>没有帧</translation>
    </message>
    <message>
      <source>no.</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>on the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>one of the two holds</source>
      <translation>两者之一成立</translation>
    </message>
    <message>
      <source>opcode</source>
      <translation>操作码</translation>
    </message>
    <message>
      <source>opcodes: op:text,ping</source>
      <translation>操作码：op:text,ping</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
    </message>
    <message>
      <source>payload in bytes: len&gt;125</source>
      <translation>载荷字节数：len&gt;125</translation>
    </message>
    <message>
      <source>ping, pong</source>
      <translation>ping、pong</translation>
    </message>
    <message>
      <source>preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>reserved bits: rsv:1</source>
      <translation>保留位：rsv:1</translation>
    </message>
    <message>
      <source>rows by number: no:611204 or no:1-100</source>
      <translation>按行号：no:611204 或 no:1-100</translation>
    </message>
    <message>
      <source>server to client</source>
      <translation>服务器到客户端</translation>
    </message>
    <message>
      <source>server to client, inside {frame}: its length is known, so the next frame is found</source>
      <translation>服务器到客户端，在 {frame} 之内：长度已知，因此能找到下一帧</translation>
    </message>
    <message>
      <source>server to client: the place is lost until a frame is found again</source>
      <translation>服务器到客户端：失去位置，直到重新找到一帧</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>the FIN bit: fin:0</source>
      <translation>FIN 位：fin:0</translation>
    </message>
    <message>
      <source>the same by another name: peer:1,2</source>
      <translation>同上的另一个名称：peer:1,2</translation>
    </message>
    <message>
      <source>time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>to client</source>
      <translation>到客户端</translation>
    </message>
    <message>
      <source>to server</source>
      <translation>到服务器</translation>
    </message>
    <message>
      <source>violation, warning, gap, unjudged, head, frame, masked, fragment, control, data</source>
      <translation>violation（违规）、warning（警告）、gap（缺口）、unjudged（未判断）、head（HTTP 头部）、frame（帧）、masked（有掩码）、fragment（分片）、control（控制帧）、data（数据帧）</translation>
    </message>
    <message>
      <source>violations</source>
      <translation>违规</translation>
    </message>
    <message>
      <source>warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>what follows does not hold</source>
      <translation>后面的条件不成立</translation>
    </message>
    <message>
      <source>where it went: to:client or to:server</source>
      <translation>发往哪里：to:client 或 to:server</translation>
    </message>
    <message>
      <source>who sent it: from:client or from:server</source>
      <translation>由谁发送：from:client 或 from:server</translation>
    </message>
    <message>
      <source>words in the payload: text:"no mask"</source>
      <translation>载荷中的文字：text:"no mask"</translation>
    </message>
    <message>
      <source>{done} of {size} MB read, {percent} %</source>
      <translation>已读 {done} / {size} MB，{percent} %</translation>
    </message>
    <message>
      <source>{done} of {size} MB, {percent} %</source>
      <translation>{done} / {size} MB，{percent} %</translation>
    </message>
    <message>
      <source>{done} of {size} kB read, {percent} %</source>
      <translation>已读 {done} / {size} kB，{percent} %</translation>
    </message>
    <message>
      <source>{done} of {size} kB, {percent} %</source>
      <translation>{done} / {size} kB，{percent} %</translation>
    </message>
    <message>
      <source>{number}, {time}, connection {peer}, {way}: {what}, FIN {fin}, payload of {payload} bytes, {wire} on the wire. {preview}{verdict}</source>
      <translation>{number}，{time}，连接 {peer}，{way}：{what}，FIN {fin}，载荷 {payload} 字节，线路上 {wire} 字节。{preview}{verdict}</translation>
    </message>
    <message>
      <source>{number}, {time}, connection {peer}: {what}, {wire} bytes. {preview}{verdict}</source>
      <translation>{number}，{time}，连接 {peer}：{what}，{wire} 字节。{preview}{verdict}</translation>
    </message>
    <message>
      <source>{progress}, about {minutes} min left</source>
      <translation>{progress}，约剩 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{progress}, about {seconds} s left</source>
      <translation>{progress}，约剩 {seconds} 秒</translation>
    </message>
    <message>
      <source>{size} MB, read as far as possible</source>
      <translation>{size} MB，已尽可能读取</translation>
    </message>
    <message>
      <source>{size} kB, read as far as possible</source>
      <translation>{size} kB，已尽可能读取</translation>
    </message>
    <message>
      <source>{status} {reason}</source>
      <translation>{status} {reason}</translation>
    </message>
    <message>
      <source>{status}, accept key correct</source>
      <translation>{status}，Accept 值正确</translation>
    </message>
    <message>
      <source>{status}: {reason}</source>
      <translation>{status}：{reason}</translation>
    </message>
    <message>
      <source>{time}, connection {peer}: {missing}, {where}.</source>
      <translation>{time}，连接 {peer}：{missing}，{where}。</translation>
    </message>
  </context>
  <context>
    <name>trying</name>
    <message>
      <source>Leave out what comes next</source>
      <translation>省去接下来的一步</translation>
    </message>
    <message>
      <source>TCP is reset here</source>
      <translation>TCP 在这里被重置</translation>
    </message>
    <message>
      <source>The network loses all that follows</source>
      <translation>网络丢失此后的一切</translation>
    </message>
    <message>
      <source>Turn over bit {bit}, {field}</source>
      <translation>翻转第 {bit} 位（{field}）</translation>
    </message>
  </context>
  <context>
    <name>url</name>
    <message>
      <source>An address holds no spaces and no control characters: {text}.</source>
      <translation>地址里不能有空格和控制字符：{text}。</translation>
    </message>
    <message>
      <source>“{host}” cannot be a host.</source>
      <translation>“{host}”不能作为主机名。</translation>
    </message>
    <message>
      <source>“{host}” cannot be a host: no domain name can be spelled so.</source>
      <translation>“{host}”不能作为主机名：域名不能这样拼写。</translation>
    </message>
    <message>
      <source>“{host}” is no IPv6 address.</source>
      <translation>“{host}”不是 IPv6 地址。</translation>
    </message>
    <message>
      <source>“{port}” is no port: ports are 1 to 65535.</source>
      <translation>“{port}”不是端口：端口是 1 到 65535。</translation>
    </message>
    <message>
      <source>“{text}” has a fragment, which means nothing here (section 3): leave out “#”, or write %23.</source>
      <translation>“{text}”带有片段标识，在这里没有意义（第 3 节）：请去掉“#”，或写成 %23。</translation>
    </message>
    <message>
      <source>“{text}” has a “%” without two hex digits after it: a percent sign is written %25.</source>
      <translation>“{text}”里有一个“%”后面没有两位十六进制数字：百分号要写成 %25。</translation>
    </message>
    <message>
      <source>“{text}” is an address of HTTP; a WebSocket's is {scheme}://…</source>
      <translation>“{text}”是 HTTP 的地址；WebSocket 的地址是 {scheme}://……</translation>
    </message>
    <message>
      <source>“{text}” is no WebSocket address: it begins with ws:// or wss://.</source>
      <translation>“{text}”不是 WebSocket 地址：它应以 ws:// 或 wss:// 开头。</translation>
    </message>
    <message>
      <source>“{text}” is no address: {why}.</source>
      <translation>“{text}”不是地址：{why}。</translation>
    </message>
    <message>
      <source>“{text}” names no host.</source>
      <translation>“{text}”没有写主机名。</translation>
    </message>
  </context>
</TS>
