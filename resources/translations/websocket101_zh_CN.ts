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
      <source>Nothing leaves this computer: the conversation stays on the loopback address.</source>
      <translation>数据不会离开这台电脑：对话只在环回地址上进行。</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>版本 {version}</translation>
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
    <name>FaultCard</name>
    <message>
      <source>Break it</source>
      <translation>制造故障</translation>
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
    <name>PageDialog</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
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
    <message>
      <source>This version has the course only; this part comes later.</source>
      <translation>本版本只有课程，这一部分以后提供。</translation>
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
    <name>actions</name>
    <message>
      <source>About WebSocket 101</source>
      <translation>关于 WebSocket 101</translation>
    </message>
    <message>
      <source>Blank the screen</source>
      <translation>黑屏</translation>
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
      <source>Clear the selection, leave the full screen</source>
      <translation>取消选中，退出全屏</translation>
    </message>
    <message>
      <source>Copy the figure</source>
      <translation>复制图</translation>
    </message>
    <message>
      <source>Export the figure…</source>
      <translation>导出图…</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>图</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>第一步</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
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
      <source>Previous step</source>
      <translation>上一步</translation>
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
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口</translation>
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
    <name>export</name>
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
      <source>Export the figure</source>
      <translation>导出图</translation>
    </message>
    <message>
      <source>The figure was copied.</source>
      <translation>图已复制。</translation>
    </message>
    <message>
      <source>The figure was written to {path}.</source>
      <translation>图已写入 {path}。</translation>
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
      <source>1 byte</source>
      <translation>1 字节</translation>
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
      <source>126 means: the next 2 bytes tell the length.</source>
      <translation>126 表示：长度由后面 2 个字节给出。</translation>
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
      <source>127: 8 more bytes</source>
      <translation>127：后面 8 字节</translation>
    </message>
    <message>
      <source>127: the length is in the next 8 bytes</source>
      <translation>127：长度在后面 8 个字节里</translation>
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
      <source>160 bits: base64 takes them six at a time</source>
      <translation>160 位：base64 每次取六位</translation>
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
      <source>4 characters → bytes</source>
      <translation>每 4 字符 → 字节数</translation>
    </message>
    <message>
      <source>80 per block</source>
      <translation>每块 80 个</translation>
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
      <source>A client must mask every frame that it sends. The server must close the connection.</source>
      <translation>客户端必须对发送的每一帧做掩码。服务器必须关闭连接。</translation>
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
      <source>A padding bit: zero, not part of the digest</source>
      <translation>填充位：值为 0，不属于摘要</translation>
    </message>
    <message>
      <source>A server must not mask the frames that it sends. The client must close the connection.</source>
      <translation>服务器发送的帧不得带掩码。客户端必须关闭连接。</translation>
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
      <source>Accept answers this key</source>
      <translation>Accept 与这个密钥对应</translation>
    </message>
    <message>
      <source>Accept key, stage {number} of 6: {name}</source>
      <translation>Accept 值，第 {number} 阶段（共 6 个）：{name}</translation>
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
      <source>Bit 0 is the most significant bit of the first byte sent.</source>
      <translation>第 0 位是最先发送的字节的最高位。</translation>
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
      <source>Block {block}, round {t}: {function}. The sum {sum} becomes a.</source>
      <translation>块 {block}，第 {t} 轮：{function}。和 {sum} 成为新的 a。</translation>
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
      <source>Byte {byte}, 0x{value:02x}: payload byte {place}, masked; 0x{plain:02x} unmasked.</source>
      <translation>字节 {byte}，0x{value:02x}：载荷字节 {place}，已掩码；去掩码后为 0x{plain:02x}。</translation>
    </message>
    <message>
      <source>Byte {byte}, 0x{value:02x}: {fields}.</source>
      <translation>字节 {byte}，0x{value:02x}：{fields}。</translation>
    </message>
    <message>
      <source>Byte {number} of the digest: {byte}</source>
      <translation>摘要的第 {number} 个字节：{byte}</translation>
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
      <source>Bytes missing at its end: {count}.</source>
      <translation>末尾缺少的字节数：{count}。</translation>
    </message>
    <message>
      <source>Character {number}, {side}: {letter}</source>
      <translation>第 {number} 个字符，{side}：{letter}</translation>
    </message>
    <message>
      <source>Characters</source>
      <translation>字符</translation>
    </message>
    <message>
      <source>Client</source>
      <translation>客户端</translation>
    </message>
    <message>
      <source>Client {client}, server {server}.</source>
      <translation>客户端 {client}，服务器 {server}。</translation>
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
      <source>Close codes</source>
      <translation>关闭码</translation>
    </message>
    <message>
      <source>Close frames before it</source>
      <translation>之前的 Close 帧</translation>
    </message>
    <message>
      <source>Closing handshake</source>
      <translation>关闭握手</translation>
    </message>
    <message>
      <source>Compression answers the offer</source>
      <translation>压缩的答复与提议相符</translation>
    </message>
    <message>
      <source>Compression: accept one offer</source>
      <translation>压缩：接受其中一项提议</translation>
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
      <source>Content-Length is 0</source>
      <translation>Content-Length 为 0</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>对话</translation>
    </message>
    <message>
      <source>Digest</source>
      <translation>摘要</translation>
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
      <source>Figure {number}.</source>
      <translation>图 {number}</translation>
    </message>
    <message>
      <source>Four bytes, new and unpredictable in every frame, that mask the payload.</source>
      <translation>四个字节，每一帧都重新生成且不可预测，用来给载荷做掩码。</translation>
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
      <source>Frames from server to client are never masked.</source>
      <translation>服务器发往客户端的帧从不带掩码。</translation>
    </message>
    <message>
      <source>GUID, {count} characters</source>
      <translation>GUID，{count} 个字符</translation>
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
      <source>HTTP request</source>
      <translation>HTTP 请求</translation>
    </message>
    <message>
      <source>HTTP response</source>
      <translation>HTTP 响应</translation>
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
      <source>Hex</source>
      <translation>Hex</translation>
    </message>
    <message>
      <source>Host names this server</source>
      <translation>Host 指向本服务器</translation>
    </message>
    <message>
      <source>H{row} of block {block}: {before} + {register} = {after} mod 2^32</source>
      <translation>块 {block} 的 H{row}：{before} + {register} = {after} mod 2^32</translation>
    </message>
    <message>
      <source>Invalid data</source>
      <translation>数据无效</translation>
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
      <source>Key decodes to 16 bytes</source>
      <translation>Key 解码后正好 16 字节</translation>
    </message>
    <message>
      <source>Layout after RFC 6455, section 5.2.</source>
      <translation>布局依据 RFC 6455 第 5.2 节。</translation>
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
      <source>Masking</source>
      <translation>掩码</translation>
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
      <source>No Sec-WebSocket-Key has been read: there is nothing to compute</source>
      <translation>还没有读到 Sec-WebSocket-Key，没有可计算的内容</translation>
    </message>
    <message>
      <source>No Transfer-Encoding</source>
      <translation>没有 Transfer-Encoding</translation>
    </message>
    <message>
      <source>No code given</source>
      <translation>未给代码</translation>
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
      <source>No masking key, although a client must mask every frame that it sends (RFC 6455 section 5.1).</source>
      <translation>没有掩码密钥，而客户端必须对发送的每一帧做掩码（RFC 6455 第 5.1 节）。</translation>
    </message>
    <message>
      <source>No masking key: a server sends its frames unmasked, only a client masks (RFC 6455 section 5.1).</source>
      <translation>没有掩码密钥：服务器发送的帧不带掩码，只有客户端做掩码（RFC 6455 第 5.1 节）。</translation>
    </message>
    <message>
      <source>No payload: no code is given, and the receiver is told 1005.</source>
      <translation>没有载荷：没有给出关闭码，接收方得到 1005。</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>正常关闭</translation>
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
      <source>OPEN: frames may travel both ways</source>
      <translation>OPEN：双方都可以发送帧</translation>
    </message>
    <message>
      <source>On the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>One byte is too short: a Close body is empty or begins with a 2-byte code.</source>
      <translation>一个字节太短：Close 的内容要么为空，要么以 2 字节的关闭码开头。</translation>
    </message>
    <message>
      <source>Only if every character is equal does the connection open.</source>
      <translation>只有每个字符都相同，连接才会打开。</translation>
    </message>
    <message>
      <source>Opening handshake</source>
      <translation>打开握手</translation>
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
      <source>Pad</source>
      <translation>填充</translation>
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
      <source>Place {number} of the block is free</source>
      <translation>这一块的位置 {number} 空着</translation>
    </message>
    <message>
      <source>Policy</source>
      <translation>违反策略</translation>
    </message>
    <message>
      <source>Protocol error</source>
      <translation>协议错误</translation>
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
      <source>Received: what the server sent</source>
      <translation>收到的值：服务器所发</translation>
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
      <source>Round</source>
      <translation>轮</translation>
    </message>
    <message>
      <source>Rounds</source>
      <translation>轮运算</translation>
    </message>
    <message>
      <source>Rounds {first} to {last} use {function} and the constant {k}.</source>
      <translation>第 {first} 到 {last} 轮使用 {function} 和常数 {k}。</translation>
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
      <source>Sec-WebSocket-Key, {count} characters</source>
      <translation>Sec-WebSocket-Key，{count} 个字符</translation>
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
      <source>Status is 101</source>
      <translation>状态码是 101</translation>
    </message>
    <message>
      <source>Still to come: {peer} sends {what}</source>
      <translation>尚未发生：{peer}发送{what}</translation>
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
      <source>TCP reset, no Close frame</source>
      <translation>TCP 被重置，没有 Close 帧</translation>
    </message>
    <message>
      <source>TCP reset, one Close unanswered</source>
      <translation>TCP 被重置，一个 Close 未得到应答</translation>
    </message>
    <message>
      <source>TLS failed</source>
      <translation>TLS 失败</translation>
    </message>
    <message>
      <source>Target names a resource</source>
      <translation>请求目标指明资源</translation>
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
      <source>The answer to a ping, or a sign of life without one.</source>
      <translation>对 ping 的应答，或主动发出的心跳。</translation>
    </message>
    <message>
      <source>The bits {bits} are {number}: {character}</source>
      <translation>{bits} 的值是 {number}：{character}</translation>
    </message>
    <message>
      <source>The client MUST fail the connection (RFC 6455 §4.1). No frame is ever sent.</source>
      <translation>客户端必须（MUST）使连接失败（RFC 6455 §4.1），一帧也不会发送。</translation>
    </message>
    <message>
      <source>The client checks the response.</source>
      <translation>客户端正在校验响应。</translation>
    </message>
    <message>
      <source>The client has not compared them yet</source>
      <translation>客户端还没有比较</translation>
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
      <source>The connection is OPEN.</source>
      <translation>连接处于 OPEN。</translation>
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
      <source>The key {key} and the GUID {guid} are joined: {count} bytes.</source>
      <translation>密钥 {key} 与 GUID {guid} 拼接：共 {count} 字节。</translation>
    </message>
    <message>
      <source>The length {size} follows the first two bytes in {count} more.</source>
      <translation>长度 {size} 写在前两个字节之后的 {count} 个字节里。</translation>
    </message>
    <message>
      <source>The numbers are those of readyState in a browser.</source>
      <translation>数字与浏览器中的 readyState 相同。</translation>
    </message>
    <message>
      <source>The payload as it travels: each byte XORed with one byte of the key.</source>
      <translation>传输中的载荷：每个字节都与密钥中的一个字节异或。</translation>
    </message>
    <message>
      <source>The payload continues the message begun before.</source>
      <translation>载荷接续之前开始的消息。</translation>
    </message>
    <message>
      <source>The payload is binary data; the application knows what it means.</source>
      <translation>载荷是二进制数据，含义由应用程序决定。</translation>
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
      <source>The receiver answers with a pong that carries the same payload.</source>
      <translation>接收方回复 pong，载荷与之相同。</translation>
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
      <source>The same as 160 bits: expected, sent, and the {count} that differ</source>
      <translation>按 160 位来看：期望、实际，以及不同的 {count} 位</translation>
    </message>
    <message>
      <source>The same as 160 bits: expected, sent; none differs</source>
      <translation>按 160 位来看：期望与实际，没有一位不同</translation>
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
      <source>The server checks the request.</source>
      <translation>服务器正在校验请求。</translation>
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
      <source>The server read this request. The client goes on to OPEN.</source>
      <translation>服务器确实读过这个请求。客户端进入 OPEN。</translation>
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
      <source>There is no connection yet.</source>
      <translation>还没有连接。</translation>
    </message>
    <message>
      <source>There is nothing to compare</source>
      <translation>没有可比较的内容</translation>
    </message>
    <message>
      <source>This frame is the last fragment of its message.</source>
      <translation>这一帧是消息的最后一个分片。</translation>
    </message>
    <message>
      <source>This server appends another GUID</source>
      <translation>这台服务器接上的是另一个 GUID</translation>
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
      <source>Try later</source>
      <translation>稍后再试</translation>
    </message>
    <message>
      <source>UTF-8</source>
      <translation>UTF-8</translation>
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
      <source>Upgrade is “websocket”</source>
      <translation>Upgrade 的值为 websocket</translation>
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
      <source>W0 to W{t}</source>
      <translation>W0 到 W{t}</translation>
    </message>
    <message>
      <source>What was sent is not the base64 of 20 bytes</source>
      <translation>发来的内容不是 20 个字节的 base64</translation>
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
      <source>absent: {names}</source>
      <translation>缺少：{names}</translation>
    </message>
    <message>
      <source>after round 79</source>
      <translation>第 79 轮之后</translation>
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
      <source>an empty line ends the request</source>
      <translation>空行表示请求结束</translation>
    </message>
    <message>
      <source>an empty line ends the response</source>
      <translation>空行表示响应结束</translation>
    </message>
    <message>
      <source>answers once,</source>
      <translation>应答一次，</translation>
    </message>
    <message>
      <source>any rule fails</source>
      <translation>任一不符</translation>
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
      <source>before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>between the peers</source>
      <translation>位于双方之间</translation>
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
      <source>bits {first}-{last} = {value}</source>
      <translation>位 {first}-{last} = {value}</translation>
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
      <source>broken</source>
      <translation>不符</translation>
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
      <source>byte {number}</source>
      <translation>字节 {number}</translation>
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
      <source>c is 0, so is the result</source>
      <translation>c 为 0，结果也是</translation>
    </message>
    <message>
      <source>c is 1, so is the result</source>
      <translation>c 为 1，结果也是</translation>
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
      <source>clean</source>
      <translation>正常</translation>
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
      <source>computed from its key</source>
      <translation>由它的密钥算出</translation>
    </message>
    <message>
      <source>continuation</source>
      <translation>延续</translation>
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
      <source>decoded so far: {decoded} of 16</source>
      <translation>已解出 {decoded} / 16 字节</translation>
    </message>
    <message>
      <source>does not apply, the header is not there</source>
      <translation>不适用，没有这个首部</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空</translation>
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
      <source>even, so the result is 0</source>
      <translation>偶数，结果为 0</translation>
    </message>
    <message>
      <source>expected</source>
      <translation>期望</translation>
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
      <source>fails the connection,</source>
      <translation>使连接失败，</translation>
    </message>
    <message>
      <source>final</source>
      <translation>末帧</translation>
    </message>
    <message>
      <source>flags, length</source>
      <translation>标志与长度</translation>
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
      <source>from client to server</source>
      <translation>客户端发往服务器</translation>
    </message>
    <message>
      <source>from server to client</source>
      <translation>服务器发往客户端</translation>
    </message>
    <message>
      <source>handshake fails</source>
      <translation>握手失败</translation>
    </message>
    <message>
      <source>has sent its FIN,</source>
      <translation>已发出 FIN，</translation>
    </message>
    <message>
      <source>header of a frame</source>
      <translation>帧头</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>符合</translation>
    </message>
    <message>
      <source>how many bytes of body follow</source>
      <translation>后面的正文有多少字节</translation>
    </message>
    <message>
      <source>in both directions</source>
      <translation>双向</translation>
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
      <source>key</source>
      <translation>密钥</translation>
    </message>
    <message>
      <source>last frame in</source>
      <translation>最后收到的帧</translation>
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
      <source>libraries, registered</source>
      <translation>库使用，需注册</translation>
    </message>
    <message>
      <source>made here, from the broken Close</source>
      <translation>在本端得出：收到的 Close 有误</translation>
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
      <source>masked</source>
      <translation>有掩码</translation>
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
      <source>message</source>
      <translation>消息</translation>
    </message>
    <message>
      <source>messages, pings and pongs</source>
      <translation>消息、ping 与 pong</translation>
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
      <source>never entered</source>
      <translation>从未进入</translation>
    </message>
    <message>
      <source>never in a Close frame</source>
      <translation>不得出现在 Close 帧中</translation>
    </message>
    <message>
      <source>no code</source>
      <translation>无关闭码</translation>
    </message>
    <message>
      <source>no frame came in</source>
      <translation>没有收到帧</translation>
    </message>
    <message>
      <source>no mask</source>
      <translation>无掩码</translation>
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
      <source>not 16 bytes in base64</source>
      <translation>不是 16 个字节的 base64</translation>
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
      <source>not clean</source>
      <translation>非正常</translation>
    </message>
    <message>
      <source>not masked</source>
      <translation>无掩码</translation>
    </message>
    <message>
      <source>not so at byte {byte}</source>
      <translation>字节 {byte} 处不符</translation>
    </message>
    <message>
      <source>not used</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <source>now closes TCP</source>
      <translation>接着关闭 TCP</translation>
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
      <source>off</source>
      <translation>未置位</translation>
    </message>
    <message>
      <source>on</source>
      <translation>置位</translation>
    </message>
    <message>
      <source>on the wire</source>
      <translation>线路上</translation>
    </message>
    <message>
      <source>one of the three is 1:</source>
      <translation>三个中有一个 1：</translation>
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
      <source>own {segment}</source>
      <translation>自己的 {segment}</translation>
    </message>
    <message>
      <source>pad</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>parameters as RFC 7692 says</source>
      <translation>参数符合 RFC 7692</translation>
    </message>
    <message>
      <source>payload</source>
      <translation>载荷</translation>
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
      <source>payload length</source>
      <translation>载荷长度</translation>
    </message>
    <message>
      <source>payload, masked</source>
      <translation>载荷（已掩码）</translation>
    </message>
    <message>
      <source>payload[i]</source>
      <translation>载荷[i]</translation>
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
      <source>please switch this connection to WebSocket</source>
      <translation>请把这条连接切换为 WebSocket</translation>
    </message>
    <message>
      <source>pong</source>
      <translation>pong</translation>
    </message>
    <message>
      <source>private use</source>
      <translation>私有使用</translation>
    </message>
    <message>
      <source>proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <source>read from the peer’s Close</source>
      <translation>从对方的 Close 读出</translation>
    </message>
    <message>
      <source>reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>receives Close</source>
      <translation>收到 Close</translation>
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
      <source>request</source>
      <translation>请求</translation>
    </message>
    <message>
      <source>request line: method, path, HTTP version</source>
      <translation>请求行：方法、路径、HTTP 版本</translation>
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
      <source>sends Close</source>
      <translation>发送 Close</translation>
    </message>
    <message>
      <source>sends no more data,</source>
      <translation>不再发送数据，</translation>
    </message>
    <message>
      <source>sent by the server</source>
      <translation>服务器所发</translation>
    </message>
    <message>
      <source>server</source>
      <translation>服务器</translation>
    </message>
    <message>
      <source>server sent</source>
      <translation>服务器所发</translation>
    </message>
    <message>
      <source>status line: HTTP version, status, reason</source>
      <translation>状态行：HTTP 版本、状态码、原因短语</translation>
    </message>
    <message>
      <source>subprotocols offered, in order of preference</source>
      <translation>按优先顺序列出可接受的子协议</translation>
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
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>text and binary messages</source>
      <translation>文本与二进制消息</translation>
    </message>
    <message>
      <source>text messages</source>
      <translation>文本消息</translation>
    </message>
    <message>
      <source>the 1 bit and seven zeros</source>
      <translation>一个 1 位和七个 0 位</translation>
    </message>
    <message>
      <source>the client fails the connection and tells its program {code}</source>
      <translation>客户端使连接失败，并告诉程序 {code}</translation>
    </message>
    <message>
      <source>the connection ends after this answer</source>
      <translation>这次响应之后连接结束</translation>
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
      <source>the majority is 0</source>
      <translation>多数为 0</translation>
    </message>
    <message>
      <source>the majority is 1</source>
      <translation>多数为 1</translation>
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
      <translation>发起连接的网页来源，浏览器一定会带上</translation>
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
      <source>the same in every server (RFC 6455 §1.3)</source>
      <translation>所有服务器都相同（RFC 6455 §1.3）</translation>
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
      <source>the subprotocol that the server chose</source>
      <translation>服务器选定的子协议</translation>
    </message>
    <message>
      <source>the sum</source>
      <translation>相加之和</translation>
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
      <source>this connection switches to WebSocket</source>
      <translation>这条连接切换为 WebSocket</translation>
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
      <source>told: {code}, clean</source>
      <translation>程序得知 {code}，正常关闭</translation>
    </message>
    <message>
      <source>told: {code}, not clean</source>
      <translation>程序得知 {code}，非正常</translation>
    </message>
    <message>
      <source>two of the three are 1:</source>
      <translation>三个中有两个 1：</translation>
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
      <source>was {register}</source>
      <translation>原为 {register}</translation>
    </message>
    <message>
      <source>what the client asks, line by line</source>
      <translation>客户端逐行提出的请求</translation>
    </message>
    <message>
      <source>what the server answers, line by line</source>
      <translation>服务器逐行给出的响应</translation>
    </message>
    <message>
      <source>which virtual host should answer</source>
      <translation>由哪个虚拟主机应答</translation>
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
      <source>zero</source>
      <translation>零</translation>
    </message>
    <message>
      <source>zeros</source>
      <translation>零</translation>
    </message>
    <message>
      <source>{bits} bits of padding,</source>
      <translation>{bits} 个填充位，</translation>
    </message>
    <message>
      <source>{blocks} blocks × 80</source>
      <translation>{blocks} 块 × 80</translation>
    </message>
    <message>
      <source>{clause}, {name}: the answer is Close {code}</source>
      <translation>{clause}，{name}：以 Close {code} 应答</translation>
    </message>
    <message>
      <source>{count} bytes</source>
      <translation>{count} 字节</translation>
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
      <source>{count} of 28 characters differ</source>
      <translation>28 个字符中有 {count} 个不同</translation>
    </message>
    <message>
      <source>{count} zeros</source>
      <translation>{count} 个零</translation>
    </message>
    <message>
      <source>{field} (continued)</source>
      <translation>{field}（续）</translation>
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
      <source>{name}: {passed} of {total} passed</source>
      <translation>{name}：已通过 {passed} / {total}</translation>
    </message>
    <message>
      <source>{ordinal} of {total}</source>
      <translation>第 {ordinal}/{total} 轮</translation>
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
      <source>{peer}, item {number}: {rule}: {mood}</source>
      <translation>{peer}，第 {number} 条：{rule}：{mood}</translation>
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
      <source>{peer}’s program is told</source>
      <translation>{peer}的程序得到</translation>
    </message>
    <message>
      <source>{same} of {all} the same</source>
      <translation>{same} / {all} 相同</translation>
    </message>
    <message>
      <source>{size} bytes: {header} of header, {payload} of payload</source>
      <translation>{size} 字节：帧头 {header}，载荷 {payload}</translation>
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
      <source>{text} masked</source>
      <translation>{text}（有掩码）</translation>
    </message>
    <message>
      <source>{text}, masked</source>
      <translation>{text}，有掩码</translation>
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
      <source>“Upgrade” applies to this hop only</source>
      <translation>“Upgrade”只对这一跳有效</translation>
    </message>
    <message>
      <source>“{text}”</source>
      <translation>“{text}”</translation>
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
      <source>⊕ key[i mod 4]</source>
      <translation>⊕ 密钥[i mod 4]</translation>
    </message>
  </context>
  <context>
    <name>network</name>
    <message>
      <source>No port of {host} can be opened ({reason}): lessons need TCP on this machine.</source>
      <translation>无法打开 {host} 的任何端口（{reason}）：课程需要使用本机的 TCP。</translation>
    </message>
    <message>
      <source>The action “{action}” was not answered within {seconds} seconds.</source>
      <translation>动作“{action}”在 {seconds} 秒内没有得到应答。</translation>
    </message>
    <message>
      <source>The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another port.</source>
      <translation>无法使用 {host} 的端口 {port}（{reason}）：请结束占用它的程序，或换一个端口。</translation>
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
      <source>it is a directory</source>
      <translation>它是一个目录</translation>
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
  </context>
</TS>
