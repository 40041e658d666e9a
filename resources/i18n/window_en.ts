<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CriterionCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>The %n with a Yes</source>
        <translation>
            <numerusform>The %n with a Yes</numerusform>
            <numerusform>The %n with a Yes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n, with what you decided</source>
        <translation>
            <numerusform>All %n, with what you decided</numerusform>
            <numerusform>All %n, with what you decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HiddenList</name>
    <message numerus="yes">
        <source>%n piece(s) of text cannot be seen on the page</source>
        <translation>
            <numerusform>%n piece of text cannot be seen on the page</numerusform>
            <numerusform>%n pieces of text cannot be seen on the page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with something more</source>
        <translation>
            <numerusform>%n with something more</numerusform>
            <numerusform>%n with something more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s) from somebody you decided on</source>
        <translation>
            <numerusform>%n new version from somebody you decided on</numerusform>
            <numerusform>%n new versions from somebody you decided on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the last time are not read yet.</source>
        <translation>
            <numerusform>%n file of the last time is not read yet.</numerusform>
            <numerusform>%n files of the last time are not read yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%n applicant(s)</source>
        <translation>
            <numerusform>%n applicant</numerusform>
            <numerusform>%n applicants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for you</source>
        <translation>
            <numerusform>%n file waits for you</numerusform>
            <numerusform>%n files wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutputController</name>
    <message numerus="yes">
        <source>%n applicant(s) written to {name}</source>
        <translation>
            <numerusform>%n applicant written to {name}</numerusform>
            <numerusform>%n applicants written to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPart</name>
    <message numerus="yes">
        <source>%n paper(s), all read well</source>
        <translation>
            <numerusform>One paper, read well</numerusform>
            <numerusform>%n papers, all read well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%n applicant(s)</source>
        <translation>
            <numerusform>%n applicant</numerusform>
            <numerusform>%n applicants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n yes</source>
        <translation>
            <numerusform>%n yes</numerusform>
            <numerusform>%n yes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting</source>
        <translation>
            <numerusform>%n file waiting</numerusform>
            <numerusform>%n files waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageController</name>
    <message numerus="yes">
        <source>%n applicant(s)</source>
        <translation>
            <numerusform>%n applicant</numerusform>
            <numerusform>%n applicants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialBox</name>
    <message numerus="yes">
        <source>Tried on %n applicant(s)</source>
        <translation>
            <numerusform>Tried on one applicant</numerusform>
            <numerusform>Tried on %n applicants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message numerus="yes">
        <source>%n applicant(s) move(s).</source>
        <translation>
            <numerusform>One applicant moves.</numerusform>
            <numerusform>%n applicants move.</numerusform>
        </translation>
    </message>
</context>
</TS>
