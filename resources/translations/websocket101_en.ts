<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Heading</name>
    <message numerus="yes">
      <source>%n remark(s)</source>
      <translation>
        <numerusform>%n remark</numerusform>
        <numerusform>%n remarks</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LiveDesk</name>
    <message numerus="yes">
      <source>%n recording(s) were removed.</source>
      <translation>
        <numerusform>%n recording was removed.</numerusform>
        <numerusform>%n recordings were removed.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OfferStrip</name>
    <message numerus="yes">
      <source>%n recording(s) of a run that did not end properly can be opened.</source>
      <translation>
        <numerusform>%n recording of a run that did not end properly can be opened.</numerusform>
        <numerusform>%n recordings of a run that did not end properly can be opened.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PeerPane</name>
    <message numerus="yes">
      <source>%n open</source>
      <translation>
        <numerusform>%n open</numerusform>
        <numerusform>%n open</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RemarksDialog</name>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SendBar</name>
    <message numerus="yes">
      <source>%n byte(s)</source>
      <translation>
        <numerusform>%n byte</numerusform>
        <numerusform>%n bytes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Message to %n peers</source>
      <translation>
        <numerusform>Message to %n peer</numerusform>
        <numerusform>Message to %n peers</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>capture</name>
    <message numerus="yes">
      <source>%n connections</source>
      <translation>
        <numerusform>%n connection</numerusform>
        <numerusform>%n connections</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n frames</source>
      <translation>
        <numerusform>%n frame</numerusform>
        <numerusform>%n frames</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n frames read</source>
      <translation>
        <numerusform>%n frame read</numerusform>
        <numerusform>%n frames read</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>figures</name>
    <message numerus="yes">
      <source>%n bytes</source>
      <translation>
        <numerusform>%n byte</numerusform>
        <numerusform>%n bytes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n data frame(s) after its Close</source>
      <translation>
        <numerusform>%n data frame after its Close</numerusform>
        <numerusform>%n data frames after its Close</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n do not apply</source>
      <translation>
        <numerusform>%n does not apply</numerusform>
        <numerusform>%n do not apply</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier</source>
      <translation>
        <numerusform>%n earlier</numerusform>
        <numerusform>%n earlier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n header lines</source>
      <translation>
        <numerusform>%n header line</numerusform>
        <numerusform>%n header lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n later</source>
      <translation>
        <numerusform>%n later</numerusform>
        <numerusform>%n later</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n steps are the same</source>
      <translation>
        <numerusform>%n step is the same</numerusform>
        <numerusform>%n steps are the same</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The client has sent %n frames</source>
      <translation>
        <numerusform>The client has sent %n frame</numerusform>
        <numerusform>The client has sent %n frames</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The server has sent %n frames</source>
      <translation>
        <numerusform>The server has sent %n frame</numerusform>
        <numerusform>The server has sent %n frames</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more line(s)</source>
      <translation>
        <numerusform>and %n more line</numerusform>
        <numerusform>and %n more lines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>peer #{number}, last %n ping(s)</source>
      <translation>
        <numerusform>peer #{number}, last %n ping</numerusform>
        <numerusform>peer #{number}, last %n pings</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>went on: %n data frame(s)</source>
      <translation>
        <numerusform>went on: %n data frame</numerusform>
        <numerusform>went on: %n data frames</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{peer}: %n pings in a row have no answer</source>
      <translation>
        <numerusform>{peer}: %n ping has no answer</numerusform>
        <numerusform>{peer}: %n pings in a row have no answer</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>traffic</name>
    <message numerus="yes">
      <source>missing %n bytes</source>
      <translation>
        <numerusform>missing %n byte</numerusform>
        <numerusform>missing %n bytes</numerusform>
      </translation>
    </message>
  </context>
</TS>
