<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
      <source>{peer}: %n pings in a row have no answer</source>
      <translation>
        <numerusform>{peer}: %n ping has no answer</numerusform>
        <numerusform>{peer}: %n pings in a row have no answer</numerusform>
      </translation>
    </message>
  </context>
</TS>
