/* Duwtje, Apache-2.0. Parts by others: widget.licences.txt. Sources: aaad72a4a8ffabf069eac151cc6a89318c06fb2234b2cf34f6c8395ea922774b */
"use strict";(()=>{var mt=Object.defineProperty;var gt=(i,e)=>{for(var t in e)mt(i,t,{get:e[t],enumerable:!0})};var Ee=`:host {
  all: initial;
  display: block;
  --ink: #16302f;
  --soft-ink: #46605e;
  --brand: #0b5b57;
  --brand-dark: #084643;
  --brand-pale: #e3f0ed;
  --paper: #fffdf9;
  --line: #7d918e;
  --warm: #fbe3c4;
  --focus: #b3440f;
  color: var(--ink);
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  text-align: start;
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

div[lang] {
  height: 100%;
}

h2,
p {
  margin: 0;
}

button,
textarea,
input {
  font: inherit;
  color: inherit;
}

button {
  min-height: 44px;
  min-width: 44px;
  border: 1px solid transparent;
  border-radius: 12px;
  cursor: pointer;
}

:focus-visible {
  outline: 3px solid var(--focus);
  outline-offset: 2px;
}

.only-heard {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
`;function a(i,e={},...t){let s=document.createElement(i);for(let[r,n]of Object.entries(e))n!==!1&&s.setAttribute(r,n===!0?"":n);return s.append(...t),s}function b(i,e,t){let s=a("button",{type:"button",class:e},i);return s.addEventListener("click",t),s}function R(i){return a("span",{class:"only-heard"},i)}var Te={name:"Duwtje",what:"Digitale hulp, geen mens",launcher:"Iets leren?",unread_one:"1 nieuw bericht",unread_many:"{count} nieuwe berichten",close:"Sluiten",human:"Praat met een mens",human_message:"Ik wil een mens spreken",conversation:"Gesprek",earlier:"Eerdere berichten",recent:"Nieuwe berichten",you:"Jij",more:"Lees verder",typing:"Duwtje typt",choices:"Kies een antwoord, of typ zelf iets",label:"Typ je bericht",send:"Stuur",connecting:"Ik maak verbinding. Een moment \u2026",offline:"Er is geen verbinding. Ik probeer het steeds opnieuw. Je bericht gaat niet verloren.",waiting:"Nog niet verstuurd",too_long:"Niet verstuurd. Maak je bericht wat korter.",remember:"Onthoud mij op dit apparaat",privacy:"Privacy",new_window:"opent in een nieuw venster",today:"Vandaag",yesterday:"Gisteren"};var c=Te;function Se(i,e){return i.replace("{count}",String(e))}var wt=500,K=class{root;#e=a("textarea",{id:"message",rows:"1",maxlength:String(wt),autocomplete:"off",enterkeyhint:"send"});constructor(e){let t=()=>{let s=this.#e.value.trim();this.#e.value="",s&&e(s),this.focus()};this.root=a("form",{class:"composer"},a("label",{for:"message"},c.label),a("div",{class:"row"},this.#e,a("button",{type:"submit",class:"send"},c.send))),this.root.addEventListener("submit",s=>{s.preventDefault(),t()}),this.#e.addEventListener("keydown",s=>{s.key!=="Enter"||s.shiftKey||s.isComposing||(s.preventDefault(),t())})}focus(){this.#e.focus({preventScroll:!0})}};var g=Object.create(null);g.open="0";g.close="1";g.ping="2";g.pong="3";g.message="4";g.upgrade="5";g.noop="6";var M=Object.create(null);Object.keys(g).forEach(i=>{M[g[i]]=i});var D={type:"error",data:"parser error"};var Oe=typeof Blob=="function"||typeof Blob<"u"&&Object.prototype.toString.call(Blob)==="[object BlobConstructor]",Ce=typeof ArrayBuffer=="function",Le=i=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(i):i&&i.buffer instanceof ArrayBuffer,q=({type:i,data:e},t,s)=>Oe&&e instanceof Blob?t?s(e):Re(e,s):Ce&&(e instanceof ArrayBuffer||Le(e))?t?s(e):Re(new Blob([e]),s):s(g[i]+(e||"")),Re=(i,e)=>{let t=new FileReader;return t.onload=function(){let s=t.result.split(",")[1];e("b"+(s||""))},t.readAsDataURL(i)};function Ae(i){return i instanceof Uint8Array?i:i instanceof ArrayBuffer?new Uint8Array(i):new Uint8Array(i.buffer,i.byteOffset,i.byteLength)}var he;function Ne(i,e){if(Oe&&i.data instanceof Blob)return i.data.arrayBuffer().then(Ae).then(e);if(Ce&&(i.data instanceof ArrayBuffer||Le(i.data)))return e(Ae(i.data));q(i,!1,t=>{he||(he=new TextEncoder),e(he.encode(t))})}var Be="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",I=typeof Uint8Array>"u"?[]:new Uint8Array(256);for(let i=0;i<Be.length;i++)I[Be.charCodeAt(i)]=i;var Pe=i=>{let e=i.length*.75,t=i.length,s,r=0,n,o,l,f;i[i.length-1]==="="&&(e--,i[i.length-2]==="="&&e--);let y=new ArrayBuffer(e),m=new Uint8Array(y);for(s=0;s<t;s+=4)n=I[i.charCodeAt(s)],o=I[i.charCodeAt(s+1)],l=I[i.charCodeAt(s+2)],f=I[i.charCodeAt(s+3)],m[r++]=n<<2|o>>4,m[r++]=(o&15)<<4|l>>2,m[r++]=(l&3)<<6|f&63;return y};var vt=typeof ArrayBuffer=="function",H=(i,e)=>{if(typeof i!="string")return{type:"message",data:Me(i,e)};let t=i.charAt(0);return t==="b"?{type:"message",data:xt(i.substring(1),e)}:M[t]?i.length>1?{type:M[t],data:i.substring(1)}:{type:M[t]}:D},xt=(i,e)=>{if(vt){let t=Pe(i);return Me(t,e)}else return{base64:!0,data:i}},Me=(i,e)=>e==="blob"?i instanceof Blob?i:new Blob([i]):i instanceof ArrayBuffer?i:i.buffer;var De="",qe=(i,e)=>{let t=i.length,s=new Array(t),r=0;i.forEach((n,o)=>{q(n,!1,l=>{s[o]=l,++r===t&&e(s.join(De))})})},Ie=(i,e)=>{let t=i.split(De),s=[];for(let r=0;r<t.length;r++){let n=H(t[r],e);if(s.push(n),n.type==="error")break}return s};function He(){return new TransformStream({transform(i,e){Ne(i,t=>{let s=t.length,r;if(s<126)r=new Uint8Array(1),new DataView(r.buffer).setUint8(0,s);else if(s<65536){r=new Uint8Array(3);let n=new DataView(r.buffer);n.setUint8(0,126),n.setUint16(1,s)}else{r=new Uint8Array(9);let n=new DataView(r.buffer);n.setUint8(0,127),n.setBigUint64(1,BigInt(s))}i.data&&typeof i.data!="string"&&(r[0]|=128),e.enqueue(r),e.enqueue(t)})}})}var le;function J(i){return i.reduce((e,t)=>e+t.length,0)}function Y(i,e){if(i[0].length===e)return i.shift();let t=new Uint8Array(e),s=0;for(let r=0;r<e;r++)t[r]=i[0][s++],s===i[0].length&&(i.shift(),s=0);return i.length&&s<i[0].length&&(i[0]=i[0].slice(s)),t}function Fe(i,e){le||(le=new TextDecoder);let t=[],s=0,r=-1,n=!1;return new TransformStream({transform(o,l){for(t.push(o);;){if(s===0){if(J(t)<1)break;let f=Y(t,1);n=(f[0]&128)===128,r=f[0]&127,r<126?s=3:r===126?s=1:s=2}else if(s===1){if(J(t)<2)break;let f=Y(t,2);r=new DataView(f.buffer,f.byteOffset,f.length).getUint16(0),s=3}else if(s===2){if(J(t)<8)break;let f=Y(t,8),y=new DataView(f.buffer,f.byteOffset,f.length),m=y.getUint32(0);if(m>Math.pow(2,21)-1){l.enqueue(D);break}r=m*Math.pow(2,32)+y.getUint32(4),s=3}else{if(J(t)<r)break;let f=Y(t,r);l.enqueue(H(n?f:le.decode(f),e)),s=0}if(r===0||r>i){l.enqueue(D);break}}}})}var fe=4;function p(i){if(i)return _t(i)}function _t(i){for(var e in p.prototype)i[e]=p.prototype[e];return i}p.prototype.on=p.prototype.addEventListener=function(i,e){return this._callbacks=this._callbacks||{},(this._callbacks["$"+i]=this._callbacks["$"+i]||[]).push(e),this};p.prototype.once=function(i,e){function t(){this.off(i,t),e.apply(this,arguments)}return t.fn=e,this.on(i,t),this};p.prototype.off=p.prototype.removeListener=p.prototype.removeAllListeners=p.prototype.removeEventListener=function(i,e){if(this._callbacks=this._callbacks||{},arguments.length==0)return this._callbacks={},this;var t=this._callbacks["$"+i];if(!t)return this;if(arguments.length==1)return delete this._callbacks["$"+i],this;for(var s,r=0;r<t.length;r++)if(s=t[r],s===e||s.fn===e){t.splice(r,1);break}return t.length===0&&delete this._callbacks["$"+i],this};p.prototype.emit=function(i){this._callbacks=this._callbacks||{};for(var e=new Array(arguments.length-1),t=this._callbacks["$"+i],s=1;s<arguments.length;s++)e[s-1]=arguments[s];if(t){t=t.slice(0);for(var s=0,r=t.length;s<r;++s)t[s].apply(this,e)}return this};p.prototype.emitReserved=p.prototype.emit;p.prototype.listeners=function(i){return this._callbacks=this._callbacks||{},this._callbacks["$"+i]||[]};p.prototype.hasListeners=function(i){return!!this.listeners(i).length};var w=typeof Promise=="function"&&typeof Promise.resolve=="function"?e=>Promise.resolve().then(e):(e,t)=>t(e,0),u=typeof self<"u"?self:typeof window<"u"?window:Function("return this")(),Ue="arraybuffer";function $(i,...e){return e.reduce((t,s)=>(i.hasOwnProperty(s)&&(t[s]=i[s]),t),{})}var kt=u.setTimeout,Et=u.clearTimeout;function v(i,e){e.useNativeTimers?(i.setTimeoutFn=kt.bind(u),i.clearTimeoutFn=Et.bind(u)):(i.setTimeoutFn=u.setTimeout.bind(u),i.clearTimeoutFn=u.clearTimeout.bind(u))}var Tt=1.33;function Ve(i){return typeof i=="string"?St(i):Math.ceil((i.byteLength||i.size)*Tt)}function St(i){let e=0,t=0;for(let s=0,r=i.length;s<r;s++)e=i.charCodeAt(s),e<128?t+=1:e<2048?t+=2:e<55296||e>=57344?t+=3:(s++,t+=4);return t}function X(){return Date.now().toString(36).substring(3)+Math.random().toString(36).substring(2,5)}function ze(i){let e="";for(let t in i)i.hasOwnProperty(t)&&(e.length&&(e+="&"),e+=encodeURIComponent(t)+"="+encodeURIComponent(i[t]));return e}function We(i){let e={},t=i.split("&");for(let s=0,r=t.length;s<r;s++){let n=t[s].split("=");e[decodeURIComponent(n[0])]=decodeURIComponent(n.slice(1).join("="))}return e}var j=class extends Error{constructor(e,t,s){super(e),this.description=t,this.context=s,this.type="TransportError"}},x=class extends p{constructor(e){super(),this.writable=!1,v(this,e),this.opts=e,this.query=e.query,this.socket=e.socket,this.supportsBinary=!e.forceBase64}onError(e,t,s){return super.emitReserved("error",new j(e,t,s)),this}open(){return this.readyState="opening",this.doOpen(),this}close(){return(this.readyState==="opening"||this.readyState==="open")&&(this.doClose(),this.onClose()),this}send(e){this.readyState==="open"&&this.write(e)}onOpen(){this.readyState="open",this.writable=!0,super.emitReserved("open")}onData(e){let t=H(e,this.socket.binaryType);this.onPacket(t)}onPacket(e){super.emitReserved("packet",e)}onClose(e){this.readyState="closed",super.emitReserved("close",e)}pause(e){}createUri(e,t={}){return e+"://"+this._hostname()+this._port()+this.opts.path+this._query(t)}_hostname(){let e=this.opts.hostname;return e.indexOf(":")===-1?e:"["+e+"]"}_port(){return this.opts.port&&(this.opts.secure&&Number(this.opts.port)!==443||!this.opts.secure&&Number(this.opts.port)!==80)?":"+this.opts.port:""}_query(e){let t=ze(e);return t.length?"?"+t:""}};var F=class extends x{constructor(){super(...arguments),this._polling=!1}get name(){return"polling"}doOpen(){this._poll()}pause(e){this.readyState="pausing";let t=()=>{this.readyState="paused",e()};if(this._polling||!this.writable){let s=0;this._polling&&(s++,this.once("pollComplete",function(){--s||t()})),this.writable||(s++,this.once("drain",function(){--s||t()}))}else t()}_poll(){this._polling=!0,this.doPoll(),this.emitReserved("poll")}onData(e){let t=s=>{if(this.readyState==="opening"&&s.type==="open"&&this.onOpen(),s.type==="close")return this.onClose({description:"transport closed by the server"}),!1;this.onPacket(s)};Ie(e,this.socket.binaryType).forEach(t),this.readyState!=="closed"&&(this._polling=!1,this.emitReserved("pollComplete"),this.readyState==="open"&&this._poll())}doClose(){let e=()=>{this.write([{type:"close"}])};this.readyState==="open"?e():this.once("open",e)}write(e){this.writable=!1,qe(e,t=>{this.doWrite(t,()=>{this.writable=!0,this.emitReserved("drain")})})}uri(){let e=this.opts.secure?"https":"http",t=this.query||{};return this.opts.timestampRequests!==!1&&(t[this.opts.timestampParam]=X()),!this.supportsBinary&&!t.sid&&(t.b64=1),this.createUri(e,t)}};var Ke=!1;try{Ke=typeof XMLHttpRequest<"u"&&"withCredentials"in new XMLHttpRequest}catch{}var Je=Ke;function Rt(){}var pe=class extends F{constructor(e){if(super(e),typeof location<"u"){let t=location.protocol==="https:",s=location.port;s||(s=t?"443":"80"),this.xd=typeof location<"u"&&e.hostname!==location.hostname||s!==e.port}}doWrite(e,t){let s=this.request({method:"POST",data:e});s.on("success",t),s.on("error",(r,n)=>{this.onError("xhr post error",r,n)})}doPoll(){let e=this.request();e.on("data",this.onData.bind(this)),e.on("error",(t,s)=>{this.onError("xhr poll error",t,s)}),this.pollXhr=e}},k=class i extends p{constructor(e,t,s){super(),this.createRequest=e,v(this,s),this._opts=s,this._method=s.method||"GET",this._uri=t,this._data=s.data!==void 0?s.data:null,this._create()}_create(){var e;let t=$(this._opts,"agent","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","autoUnref");t.xdomain=!!this._opts.xd;let s=this._xhr=this.createRequest(t);try{s.open(this._method,this._uri,!0);try{if(this._opts.extraHeaders){s.setDisableHeaderCheck&&s.setDisableHeaderCheck(!0);for(let r in this._opts.extraHeaders)this._opts.extraHeaders.hasOwnProperty(r)&&s.setRequestHeader(r,this._opts.extraHeaders[r])}}catch{}if(this._method==="POST")try{s.setRequestHeader("Content-type","text/plain;charset=UTF-8")}catch{}try{s.setRequestHeader("Accept","*/*")}catch{}(e=this._opts.cookieJar)===null||e===void 0||e.addCookies(s),"withCredentials"in s&&(s.withCredentials=this._opts.withCredentials),this._opts.requestTimeout&&(s.timeout=this._opts.requestTimeout),s.onreadystatechange=()=>{var r;s.readyState===3&&((r=this._opts.cookieJar)===null||r===void 0||r.parseCookies(s.getResponseHeader("set-cookie"))),s.readyState===4&&(s.status===200||s.status===1223?this._onLoad():this.setTimeoutFn(()=>{this._onError(typeof s.status=="number"?s.status:0)},0))},s.send(this._data)}catch(r){this.setTimeoutFn(()=>{this._onError(r)},0);return}typeof document<"u"&&(this._index=i.requestsCount++,i.requests[this._index]=this)}_onError(e){this.emitReserved("error",e,this._xhr),this._cleanup(!0)}_cleanup(e){if(!(typeof this._xhr>"u"||this._xhr===null)){if(this._xhr.onreadystatechange=Rt,e)try{this._xhr.abort()}catch{}typeof document<"u"&&delete i.requests[this._index],this._xhr=null}}_onLoad(){let e=this._xhr.responseText;e!==null&&(this.emitReserved("data",e),this.emitReserved("success"),this._cleanup())}abort(){this._cleanup()}};k.requestsCount=0;k.requests={};if(typeof document<"u"){if(typeof attachEvent=="function")attachEvent("onunload",Ye);else if(typeof addEventListener=="function"){let i="onpagehide"in u?"pagehide":"unload";addEventListener(i,Ye,!1)}}function Ye(){for(let i in k.requests)k.requests.hasOwnProperty(i)&&k.requests[i].abort()}var At=(function(){let i=$e({xdomain:!1});return i&&i.responseType!==null})(),E=class extends pe{constructor(e){super(e);let t=e&&e.forceBase64;this.supportsBinary=At&&!t}request(e={}){return Object.assign(e,{xd:this.xd},this.opts),new k($e,this.uri(),e)}};function $e(i){let e=i.xdomain;try{if(typeof XMLHttpRequest<"u"&&(!e||Je))return new XMLHttpRequest}catch{}if(!e)try{return new u[["Active"].concat("Object").join("X")]("Microsoft.XMLHTTP")}catch{}}var Xe=typeof navigator<"u"&&typeof navigator.product=="string"&&navigator.product.toLowerCase()==="reactnative",de=class extends x{get name(){return"websocket"}doOpen(){let e=this.uri(),t=this.opts.protocols,s=Xe?{}:$(this.opts,"agent","perMessageDeflate","pfx","key","passphrase","cert","ca","ciphers","rejectUnauthorized","localAddress","protocolVersion","origin","maxPayload","family","checkServerIdentity");this.opts.extraHeaders&&(s.headers=this.opts.extraHeaders);try{this.ws=this.createSocket(e,t,s)}catch(r){return this.emitReserved("error",r)}this.ws.binaryType=this.socket.binaryType,this.addEventListeners()}addEventListeners(){this.ws.onopen=()=>{this.opts.autoUnref&&this.ws._socket.unref(),this.onOpen()},this.ws.onclose=e=>this.onClose({description:"websocket connection closed",context:e}),this.ws.onmessage=e=>this.onData(e.data),this.ws.onerror=e=>this.onError("websocket error",e)}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let s=e[t],r=t===e.length-1;q(s,this.supportsBinary,n=>{try{this.doWrite(s,n)}catch{}r&&w(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){typeof this.ws<"u"&&(this.ws.onerror=()=>{},this.ws.close(),this.ws=null)}uri(){let e=this.opts.secure?"wss":"ws",t=this.query||{};return this.opts.timestampRequests&&(t[this.opts.timestampParam]=X()),this.supportsBinary||(t.b64=1),this.createUri(e,t)}},ue=u.WebSocket||u.MozWebSocket,T=class extends de{createSocket(e,t,s){return Xe?new ue(e,t,s):t?new ue(e,t):new ue(e)}doWrite(e,t){this.ws.send(t)}};var C=class extends x{get name(){return"webtransport"}doOpen(){try{this._transport=new WebTransport(this.createUri("https"),this.opts.transportOptions[this.name])}catch(e){return this.emitReserved("error",e)}this._transport.closed.then(()=>{this.onClose()}).catch(e=>{this.onError("webtransport error",e)}),this._transport.ready.then(()=>{this._transport.createBidirectionalStream().then(e=>{let t=Fe(Number.MAX_SAFE_INTEGER,this.socket.binaryType),s=e.readable.pipeThrough(t).getReader(),r=He();r.readable.pipeTo(e.writable),this._writer=r.writable.getWriter();let n=()=>{s.read().then(({done:l,value:f})=>{l||(this.onPacket(f),n())}).catch(l=>{})};n();let o={type:"open"};this.query.sid&&(o.data=`{"sid":"${this.query.sid}"}`),this._writer.write(o).then(()=>this.onOpen())})})}write(e){this.writable=!1;for(let t=0;t<e.length;t++){let s=e[t],r=t===e.length-1;this._writer.write(s).then(()=>{r&&w(()=>{this.writable=!0,this.emitReserved("drain")},this.setTimeoutFn)})}}doClose(){var e;(e=this._transport)===null||e===void 0||e.close()}};var me={websocket:T,webtransport:C,polling:E};var Ot=/^(?:(?![^:@\/?#]+:[^:@\/]*@)(http|https|ws|wss):\/\/)?((?:(([^:@\/?#]*)(?::([^:@\/?#]*))?)?@)?((?:[a-f0-9]{0,4}:){2,7}[a-f0-9]{0,4}|[^:\/?#]*)(?::(\d*))?)(((\/(?:[^?#](?![^?#\/]*\.[^?#\/.]+(?:[?#]|$)))*\/?)?([^?#\/]*))(?:\?([^#]*))?(?:#(.*))?)/,Ct=["source","protocol","authority","userInfo","user","password","host","port","relative","path","directory","file","query","anchor"];function L(i){if(i.length>8e3)throw"URI too long";let e=i,t=i.indexOf("["),s=i.indexOf("]");t!=-1&&s!=-1&&(i=i.substring(0,t)+i.substring(t,s).replace(/:/g,";")+i.substring(s,i.length));let r=Ot.exec(i||""),n={},o=14;for(;o--;)n[Ct[o]]=r[o]||"";return t!=-1&&s!=-1&&(n.source=e,n.host=n.host.substring(1,n.host.length-1).replace(/;/g,":"),n.authority=n.authority.replace("[","").replace("]","").replace(/;/g,":"),n.ipv6uri=!0),n.pathNames=Lt(n,n.path),n.queryKey=Nt(n,n.query),n}function Lt(i,e){let t=/\/{2,9}/g,s=e.replace(t,"/").split("/");return(e.slice(0,1)=="/"||e.length===0)&&s.splice(0,1),e.slice(-1)=="/"&&s.splice(s.length-1,1),s}function Nt(i,e){let t={};return e.replace(/(?:^|&)([^&=]*)=?([^&]*)/g,function(s,r,n){r&&(t[r]=n)}),t}var ge=typeof addEventListener=="function"&&typeof removeEventListener=="function",Q=[];ge&&addEventListener("offline",()=>{Q.forEach(i=>i())},!1);var A=class i extends p{constructor(e,t={}){var s,r;if(super(),this.binaryType=Ue,this.writeBuffer=[],this._prevBufferLen=0,this._upgrades=[],this._pingInterval=-1,this._pingTimeout=-1,this._maxPayload=-1,this._pingTimeoutTime=1/0,e&&typeof e=="object"&&(t=e,e=null),e){let n=L(e);t.hostname=n.host,t.secure=n.protocol==="https"||n.protocol==="wss",t.port=n.port,n.query&&(t.query=n.query)}else t.host&&(t.hostname=L(t.host).host);if(v(this,t),this.secure=t.secure!=null?t.secure:typeof location<"u"&&location.protocol==="https:",t.hostname&&!t.port&&(t.port=this.secure?"443":"80"),this.hostname=t.hostname||(typeof location<"u"?location.hostname:"localhost"),this.port=t.port||(typeof location<"u"&&location.port?location.port:this.secure?"443":"80"),t.transportImplementations&&t.transports)throw new Error("specifying both 'transportImplementations' and 'transports' options is not supported");t.transportImplementations||!((s=t.transports)===null||s===void 0)&&s.length&&typeof t.transports[0]=="function"?(this.transports=[],this._transportsByName=Object.create(null),((r=t.transportImplementations)!==null&&r!==void 0?r:t.transports).forEach(n=>{let o=n.prototype.name;this.transports.push(o),this._transportsByName[o]=n})):(this.transports=t.transports?[...t.transports]:["polling","websocket","webtransport"],this._transportsByName=me),this.opts=Object.assign({path:"/engine.io",agent:!1,withCredentials:!1,upgrade:!0,timestampParam:"t",rememberUpgrade:!1,addTrailingSlash:!0,rejectUnauthorized:!0,perMessageDeflate:{threshold:1024},transportOptions:{},closeOnBeforeunload:!1},t),this.opts.path=this.opts.path.replace(/\/$/,"")+(this.opts.addTrailingSlash?"/":""),typeof this.opts.query=="string"&&(this.opts.query=We(this.opts.query)),ge&&(this.opts.closeOnBeforeunload&&(this._beforeunloadEventListener=()=>{this.transport&&(this.transport.removeAllListeners(),this.transport.close())},addEventListener("beforeunload",this._beforeunloadEventListener,!1)),this.hostname!=="localhost"&&(this._offlineEventListener=()=>{this._onClose("transport close",{description:"network connection lost"})},Q.push(this._offlineEventListener))),this.opts.withCredentials&&(this._cookieJar=void 0),this._open()}createTransport(e){let t=Object.assign({},this.opts.query);t.EIO=fe,t.transport=e,this.id&&(t.sid=this.id);let s=Object.assign({},this.opts,{query:t,socket:this,hostname:this.hostname,secure:this.secure,port:this.port},this.opts.transportOptions[e]);return new this._transportsByName[e](s)}_open(){if(this.transports.length===0){this.setTimeoutFn(()=>{this.emitReserved("error","No transports available")},0);return}let e=this.opts.rememberUpgrade&&i.priorWebsocketSuccess&&this.transports.indexOf("websocket")!==-1?"websocket":this.transports[0];this.readyState="opening";let t=this.createTransport(e);t.open(),this.setTransport(t)}setTransport(e){this.transport&&this.transport.removeAllListeners(),this.transport=e,e.on("drain",this._onDrain.bind(this)).on("packet",this._onPacket.bind(this)).on("error",this._onError.bind(this)).on("close",t=>this._onClose("transport close",t))}_probe(e){let t=this.createTransport(e),s=!1;i.priorWebsocketSuccess=!1;let r=()=>{s||(t.send([{type:"ping",data:"probe"}]),t.once("packet",_=>{if(!s)if(_.type==="pong"&&_.data==="probe"){if(this.upgrading=!0,this.emitReserved("upgrading",t),!t)return;i.priorWebsocketSuccess=t.name==="websocket",this.transport.pause(()=>{s||this.readyState!=="closed"&&(m(),this.setTransport(t),t.send([{type:"upgrade"}]),this.emitReserved("upgrade",t),t=null,this.upgrading=!1,this.flush())})}else{let P=new Error("probe error");P.transport=t.name,this.emitReserved("upgradeError",P)}}))};function n(){s||(s=!0,m(),t.close(),t=null)}let o=_=>{let P=new Error("probe error: "+_);P.transport=t.name,n(),this.emitReserved("upgradeError",P)};function l(){o("transport closed")}function f(){o("socket closed")}function y(_){t&&_.name!==t.name&&n()}let m=()=>{t.removeListener("open",r),t.removeListener("error",o),t.removeListener("close",l),this.off("close",f),this.off("upgrading",y)};t.once("open",r),t.once("error",o),t.once("close",l),this.once("close",f),this.once("upgrading",y),this._upgrades.indexOf("webtransport")!==-1&&e!=="webtransport"?this.setTimeoutFn(()=>{s||t.open()},200):t.open()}onOpen(){if(this.readyState="open",i.priorWebsocketSuccess=this.transport.name==="websocket",this.emitReserved("open"),this.flush(),this.readyState==="open"&&this.opts.upgrade)for(let e=0;e<this._upgrades.length;e++)this._probe(this._upgrades[e])}_onPacket(e){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing")switch(this.emitReserved("packet",e),this.emitReserved("heartbeat"),e.type){case"open":this.onHandshake(JSON.parse(e.data));break;case"ping":this._sendPacket("pong"),this.emitReserved("ping"),this.emitReserved("pong"),this._resetPingTimeout();break;case"error":let t=new Error("server error");t.code=e.data,this._onError(t);break;case"message":this.emitReserved("data",e.data),this.emitReserved("message",e.data);break}}onHandshake(e){this.emitReserved("handshake",e),this.id=e.sid,this.transport.query.sid=e.sid,this._upgrades=this._filterUpgrades(e.upgrades),this._pingInterval=e.pingInterval,this._pingTimeout=e.pingTimeout,this._maxPayload=e.maxPayload,this.onOpen(),this.readyState!=="closed"&&this._resetPingTimeout()}_resetPingTimeout(){this.clearTimeoutFn(this._pingTimeoutTimer);let e=this._pingInterval+this._pingTimeout;this._pingTimeoutTime=Date.now()+e,this._pingTimeoutTimer=this.setTimeoutFn(()=>{this._onClose("ping timeout")},e),this.opts.autoUnref&&this._pingTimeoutTimer.unref()}_onDrain(){this.writeBuffer.splice(0,this._prevBufferLen),this._prevBufferLen=0,this.writeBuffer.length===0?this.emitReserved("drain"):this.flush()}flush(){if(this.readyState!=="closed"&&this.transport.writable&&!this.upgrading&&this.writeBuffer.length){let e=this._getWritablePackets();this.transport.send(e),this._prevBufferLen=e.length,this.emitReserved("flush")}}_getWritablePackets(){if(!(this._maxPayload&&this.transport.name==="polling"&&this.writeBuffer.length>1))return this.writeBuffer;let t=1;for(let s=0;s<this.writeBuffer.length;s++){let r=this.writeBuffer[s].data;if(r&&(t+=Ve(r)),s>0&&t>this._maxPayload)return this.writeBuffer.slice(0,s);t+=2}return this.writeBuffer}_hasPingExpired(){if(!this._pingTimeoutTime)return!0;let e=Date.now()>this._pingTimeoutTime;return e&&(this._pingTimeoutTime=0,w(()=>{this._onClose("ping timeout")},this.setTimeoutFn)),e}write(e,t,s){return this._sendPacket("message",e,t,s),this}send(e,t,s){return this._sendPacket("message",e,t,s),this}_sendPacket(e,t,s,r){if(typeof t=="function"&&(r=t,t=void 0),typeof s=="function"&&(r=s,s=null),this.readyState==="closing"||this.readyState==="closed")return;s=s||{},s.compress=s.compress!==!1;let n={type:e,data:t,options:s};this.emitReserved("packetCreate",n),this.writeBuffer.push(n),r&&this.once("flush",r),this.flush()}close(){let e=()=>{this._onClose("forced close"),this.transport.close()},t=()=>{this.off("upgrade",t),this.off("upgradeError",t),e()},s=()=>{this.once("upgrade",t),this.once("upgradeError",t)};return(this.readyState==="opening"||this.readyState==="open")&&(this.readyState="closing",this.writeBuffer.length?this.once("drain",()=>{this.upgrading?s():e()}):this.upgrading?s():e()),this}_onError(e){if(i.priorWebsocketSuccess=!1,this.opts.tryAllTransports&&this.transports.length>1&&this.readyState==="opening")return this.transports.shift(),this._open();this.emitReserved("error",e),this._onClose("transport error",e)}_onClose(e,t){if(this.readyState==="opening"||this.readyState==="open"||this.readyState==="closing"){if(this.clearTimeoutFn(this._pingTimeoutTimer),this.transport.removeAllListeners("close"),this.transport.close(),this.transport.removeAllListeners(),ge&&(this._beforeunloadEventListener&&removeEventListener("beforeunload",this._beforeunloadEventListener,!1),this._offlineEventListener)){let s=Q.indexOf(this._offlineEventListener);s!==-1&&Q.splice(s,1)}this.readyState="closed",this.id=null,this.emitReserved("close",e,t),this.writeBuffer=[],this._prevBufferLen=0}}_filterUpgrades(e){let t=[];for(let s=0;s<e.length;s++)~this.transports.indexOf(e[s])&&t.push(e[s]);return t}};A.protocol=fe;var gs=A.protocol;function je(i,e="",t){let s=i;t=t||typeof location<"u"&&location,i==null&&(i=t.protocol+"//"+t.host),typeof i=="string"&&(i.charAt(0)==="/"&&(i.charAt(1)==="/"?i=t.protocol+i:i=t.host+i),/^(https?|wss?):\/\//.test(i)||(typeof t<"u"?i=t.protocol+"//"+i:i="https://"+i),s=L(i)),s.port||(/^(http|ws)$/.test(s.protocol)?s.port="80":/^(http|ws)s$/.test(s.protocol)&&(s.port="443")),s.path=s.path||"/";let n=s.host.indexOf(":")!==-1?"["+s.host+"]":s.host;return s.id=s.protocol+"://"+n+":"+s.port+e,s.href=s.protocol+"://"+n+(t&&t.port===s.port?"":":"+s.port),s}var xe={};gt(xe,{Decoder:()=>we,Encoder:()=>be,PacketType:()=>h,isPacketValid:()=>Ut,protocol:()=>tt});var Pt=typeof ArrayBuffer=="function",Mt=i=>typeof ArrayBuffer.isView=="function"?ArrayBuffer.isView(i):i.buffer instanceof ArrayBuffer,Qe=Object.prototype.toString,Dt=typeof Blob=="function"||typeof Blob<"u"&&Qe.call(Blob)==="[object BlobConstructor]",qt=typeof File=="function"||typeof File<"u"&&Qe.call(File)==="[object FileConstructor]";function V(i){return Pt&&(i instanceof ArrayBuffer||Mt(i))||Dt&&i instanceof Blob||qt&&i instanceof File}function U(i,e){if(!i||typeof i!="object")return!1;if(Array.isArray(i)){for(let t=0,s=i.length;t<s;t++)if(U(i[t]))return!0;return!1}if(V(i))return!0;if(i.toJSON&&typeof i.toJSON=="function"&&arguments.length===1)return U(i.toJSON(),!0);for(let t in i)if(Object.prototype.hasOwnProperty.call(i,t)&&U(i[t]))return!0;return!1}function Ge(i){let e=[],t=i.data,s=i;return s.data=G(t,e),s.attachments=e.length,{packet:s,buffers:e}}function G(i,e,t){if(!i)return i;if(V(i)){let s={_placeholder:!0,num:e.length};return e.push(i),s}else if(Array.isArray(i)){let s=new Array(i.length);for(let r=0;r<i.length;r++)s[r]=G(i[r],e);return s}else if(typeof i=="object"&&!(i instanceof Date)){if(i.toJSON&&typeof i.toJSON=="function"&&!t)return G(i.toJSON(),e,!0);let s={};for(let r in i)Object.prototype.hasOwnProperty.call(i,r)&&(s[r]=G(i[r],e));return s}return i}function Ze(i,e){return i.data=ye(i.data,e),delete i.attachments,i}function ye(i,e){if(!i)return i;if(i&&i._placeholder===!0){if(typeof i.num=="number"&&i.num>=0&&i.num<e.length)return e[i.num];throw new Error("illegal attachments")}else if(Array.isArray(i))for(let t=0;t<i.length;t++)i[t]=ye(i[t],e);else if(typeof i=="object")for(let t in i)Object.prototype.hasOwnProperty.call(i,t)&&(i[t]=ye(i[t],e));return i}var et=["connect","connect_error","disconnect","disconnecting","newListener","removeListener"],tt=5,h;(function(i){i[i.CONNECT=0]="CONNECT",i[i.DISCONNECT=1]="DISCONNECT",i[i.EVENT=2]="EVENT",i[i.ACK=3]="ACK",i[i.CONNECT_ERROR=4]="CONNECT_ERROR",i[i.BINARY_EVENT=5]="BINARY_EVENT",i[i.BINARY_ACK=6]="BINARY_ACK"})(h||(h={}));var be=class{constructor(e){this.replacer=e}encode(e){return(e.type===h.EVENT||e.type===h.ACK)&&U(e)?this.encodeAsBinary({type:e.type===h.EVENT?h.BINARY_EVENT:h.BINARY_ACK,nsp:e.nsp,data:e.data,id:e.id}):[this.encodeAsString(e)]}encodeAsString(e){let t=""+e.type;return(e.type===h.BINARY_EVENT||e.type===h.BINARY_ACK)&&(t+=e.attachments+"-"),e.nsp&&e.nsp!=="/"&&(t+=e.nsp+","),e.id!=null&&(t+=e.id),e.data!=null&&(t+=JSON.stringify(e.data,this.replacer)),t}encodeAsBinary(e){let t=Ge(e),s=this.encodeAsString(t.packet),r=t.buffers;return r.unshift(s),r}},we=class i extends p{constructor(e){super(),this.opts=Object.assign({reviver:void 0,maxAttachments:10},typeof e=="function"?{reviver:e}:e)}add(e){let t;if(typeof e=="string"){if(this.reconstructor)throw new Error("got plaintext data when reconstructing a packet");t=this.decodeString(e);let s=t.type===h.BINARY_EVENT;s||t.type===h.BINARY_ACK?(t.type=s?h.EVENT:h.ACK,this.reconstructor=new ve(t)):super.emitReserved("decoded",t)}else if(V(e)||e.base64)if(this.reconstructor)t=this.reconstructor.takeBinaryData(e),t&&(this.reconstructor=null,super.emitReserved("decoded",t));else throw new Error("got binary data when not reconstructing a packet");else throw new Error("Unknown type: "+e)}decodeString(e){let t=0,s={type:Number(e.charAt(0))};if(h[s.type]===void 0)throw new Error("unknown packet type "+s.type);if(s.type===h.BINARY_EVENT||s.type===h.BINARY_ACK){let n=t+1;for(;e.charAt(++t)!=="-"&&t!=e.length;);let o=e.substring(n,t);if(o!=Number(o)||e.charAt(t)!=="-")throw new Error("Illegal attachments");let l=Number(o);if(!it(l)||l<1)throw new Error("Illegal attachments");if(l>this.opts.maxAttachments)throw new Error("too many attachments");s.attachments=l}if(e.charAt(t+1)==="/"){let n=t+1;for(;++t&&!(e.charAt(t)===","||t===e.length););s.nsp=e.substring(n,t)}else s.nsp="/";let r=e.charAt(t+1);if(r!==""&&Number(r)==r){let n=t+1;for(;++t;){let o=e.charAt(t);if(o==null||Number(o)!=o){--t;break}if(t===e.length)break}s.id=Number(e.substring(n,t+1))}if(e.charAt(++t)){let n=this.tryParse(e.substr(t));if(i.isPayloadValid(s.type,n))s.data=n;else throw new Error("invalid payload")}return s}tryParse(e){try{return JSON.parse(e,this.opts.reviver)}catch{return!1}}static isPayloadValid(e,t){switch(e){case h.CONNECT:return Z(t);case h.DISCONNECT:return t===void 0;case h.CONNECT_ERROR:return typeof t=="string"||Z(t);case h.EVENT:case h.BINARY_EVENT:return Array.isArray(t)&&(typeof t[0]=="number"||typeof t[0]=="string"&&et.indexOf(t[0])===-1);case h.ACK:case h.BINARY_ACK:return Array.isArray(t)}}destroy(){this.reconstructor&&(this.reconstructor.finishedReconstruction(),this.reconstructor=null)}},ve=class{constructor(e){this.packet=e,this.buffers=[],this.reconPack=e}takeBinaryData(e){if(this.buffers.push(e),this.buffers.length===this.reconPack.attachments){let t=Ze(this.reconPack,this.buffers);return this.finishedReconstruction(),t}return null}finishedReconstruction(){this.reconPack=null,this.buffers=[]}};function It(i){return typeof i=="string"}var it=Number.isInteger||function(i){return typeof i=="number"&&isFinite(i)&&Math.floor(i)===i};function Ht(i){return i===void 0||it(i)}function Z(i){return Object.prototype.toString.call(i)==="[object Object]"}function Ft(i,e){switch(i){case h.CONNECT:return e===void 0||Z(e);case h.DISCONNECT:return e===void 0;case h.EVENT:return Array.isArray(e)&&(typeof e[0]=="number"||typeof e[0]=="string"&&et.indexOf(e[0])===-1);case h.ACK:return Array.isArray(e);case h.CONNECT_ERROR:return typeof e=="string"||Z(e);default:return!1}}function Ut(i){return It(i.nsp)&&Ht(i.id)&&Ft(i.type,i.data)}function d(i,e,t){return i.on(e,t),function(){i.off(e,t)}}var Vt=Object.freeze({connect:1,connect_error:1,disconnect:1,disconnecting:1,newListener:1,removeListener:1}),N=class extends p{constructor(e,t,s){super(),this.connected=!1,this.recovered=!1,this.receiveBuffer=[],this.sendBuffer=[],this._queue=[],this._queueSeq=0,this.ids=0,this.acks={},this.flags={},this.io=e,this.nsp=t,s&&s.auth&&(this.auth=s.auth),this._opts=Object.assign({},s),this.io._autoConnect&&this.open()}get disconnected(){return!this.connected}subEvents(){if(this.subs)return;let e=this.io;this.subs=[d(e,"open",this.onopen.bind(this)),d(e,"packet",this.onpacket.bind(this)),d(e,"error",this.onerror.bind(this)),d(e,"close",this.onclose.bind(this))]}get active(){return!!this.subs}connect(){return this.connected?this:(this.subEvents(),this.io._reconnecting||this.io.open(),this.io._readyState==="open"&&this.onopen(),this)}open(){return this.connect()}send(...e){return e.unshift("message"),this.emit.apply(this,e),this}emit(e,...t){var s,r,n;if(Vt.hasOwnProperty(e))throw new Error('"'+e.toString()+'" is a reserved event name');if(t.unshift(e),this._opts.retries&&!this.flags.fromQueue&&!this.flags.volatile)return this._addToQueue(t),this;let o={type:h.EVENT,data:t};if(o.options={},o.options.compress=this.flags.compress!==!1,typeof t[t.length-1]=="function"){let m=this.ids++,_=t.pop();this._registerAckCallback(m,_),o.id=m}let l=(r=(s=this.io.engine)===null||s===void 0?void 0:s.transport)===null||r===void 0?void 0:r.writable,f=this.connected&&!(!((n=this.io.engine)===null||n===void 0)&&n._hasPingExpired());return this.flags.volatile&&!l||(f?(this.notifyOutgoingListeners(o),this.packet(o)):this.sendBuffer.push(o)),this.flags={},this}_registerAckCallback(e,t){var s;let r=(s=this.flags.timeout)!==null&&s!==void 0?s:this._opts.ackTimeout;if(r===void 0){this.acks[e]=t;return}let n=this.io.setTimeoutFn(()=>{delete this.acks[e];for(let l=0;l<this.sendBuffer.length;l++)this.sendBuffer[l].id===e&&this.sendBuffer.splice(l,1);t.call(this,new Error("operation has timed out"))},r),o=(...l)=>{this.io.clearTimeoutFn(n),t.apply(this,l)};o.withError=!0,this.acks[e]=o}emitWithAck(e,...t){return new Promise((s,r)=>{let n=(o,l)=>o?r(o):s(l);n.withError=!0,t.push(n),this.emit(e,...t)})}_addToQueue(e){let t;typeof e[e.length-1]=="function"&&(t=e.pop());let s={id:this._queueSeq++,tryCount:0,pending:!1,args:e,flags:Object.assign({fromQueue:!0},this.flags)};e.push((r,...n)=>(this._queue[0],r!==null?s.tryCount>this._opts.retries&&(this._queue.shift(),t&&t(r)):(this._queue.shift(),t&&t(null,...n)),s.pending=!1,this._drainQueue())),this._queue.push(s),this._drainQueue()}_drainQueue(e=!1){if(!this.connected||this._queue.length===0)return;let t=this._queue[0];t.pending&&!e||(t.pending=!0,t.tryCount++,this.flags=t.flags,this.emit.apply(this,t.args))}packet(e){e.nsp=this.nsp,this.io._packet(e)}onopen(){typeof this.auth=="function"?this.auth(e=>{this._sendConnectPacket(e)}):this._sendConnectPacket(this.auth)}_sendConnectPacket(e){this.packet({type:h.CONNECT,data:this._pid?Object.assign({pid:this._pid,offset:this._lastOffset},e):e})}onerror(e){this.connected||this.emitReserved("connect_error",e)}onclose(e,t){this.connected=!1,delete this.id,this.emitReserved("disconnect",e,t),this._clearAcks()}_clearAcks(){Object.keys(this.acks).forEach(e=>{if(!this.sendBuffer.some(s=>String(s.id)===e)){let s=this.acks[e];delete this.acks[e],s.withError&&s.call(this,new Error("socket has been disconnected"))}})}onpacket(e){if(e.nsp===this.nsp)switch(e.type){case h.CONNECT:e.data&&e.data.sid?this.onconnect(e.data.sid,e.data.pid):this.emitReserved("connect_error",new Error("It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)"));break;case h.EVENT:case h.BINARY_EVENT:this.onevent(e);break;case h.ACK:case h.BINARY_ACK:this.onack(e);break;case h.DISCONNECT:this.ondisconnect();break;case h.CONNECT_ERROR:this.destroy();let s=new Error(e.data.message);s.data=e.data.data,this.emitReserved("connect_error",s);break}}onevent(e){let t=e.data||[];e.id!=null&&t.push(this.ack(e.id)),this.connected?this.emitEvent(t):this.receiveBuffer.push(Object.freeze(t))}emitEvent(e){if(this._anyListeners&&this._anyListeners.length){let t=this._anyListeners.slice();for(let s of t)s.apply(this,e)}super.emit.apply(this,e),this._pid&&e.length&&typeof e[e.length-1]=="string"&&(this._lastOffset=e[e.length-1])}ack(e){let t=this,s=!1;return function(...r){s||(s=!0,t.packet({type:h.ACK,id:e,data:r}))}}onack(e){let t=this.acks[e.id];typeof t=="function"&&(delete this.acks[e.id],t.withError&&e.data.unshift(null),t.apply(this,e.data))}onconnect(e,t){this.id=e,this.recovered=t&&this._pid===t,this._pid=t,this.connected=!0,this.emitBuffered(),this._drainQueue(!0),this.emitReserved("connect")}emitBuffered(){this.receiveBuffer.forEach(e=>this.emitEvent(e)),this.receiveBuffer=[],this.sendBuffer.forEach(e=>{this.notifyOutgoingListeners(e),this.packet(e)}),this.sendBuffer=[]}ondisconnect(){this.destroy(),this.onclose("io server disconnect")}destroy(){this.subs&&(this.subs.forEach(e=>e()),this.subs=void 0),this.io._destroy(this)}disconnect(){return this.connected&&this.packet({type:h.DISCONNECT}),this.destroy(),this.connected&&this.onclose("io client disconnect"),this}close(){return this.disconnect()}compress(e){return this.flags.compress=e,this}get volatile(){return this.flags.volatile=!0,this}timeout(e){return this.flags.timeout=e,this}onAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.push(e),this}prependAny(e){return this._anyListeners=this._anyListeners||[],this._anyListeners.unshift(e),this}offAny(e){if(!this._anyListeners)return this;if(e){let t=this._anyListeners;for(let s=0;s<t.length;s++)if(e===t[s])return t.splice(s,1),this}else this._anyListeners=[];return this}listenersAny(){return this._anyListeners||[]}onAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.push(e),this}prependAnyOutgoing(e){return this._anyOutgoingListeners=this._anyOutgoingListeners||[],this._anyOutgoingListeners.unshift(e),this}offAnyOutgoing(e){if(!this._anyOutgoingListeners)return this;if(e){let t=this._anyOutgoingListeners;for(let s=0;s<t.length;s++)if(e===t[s])return t.splice(s,1),this}else this._anyOutgoingListeners=[];return this}listenersAnyOutgoing(){return this._anyOutgoingListeners||[]}notifyOutgoingListeners(e){if(this._anyOutgoingListeners&&this._anyOutgoingListeners.length){let t=this._anyOutgoingListeners.slice();for(let s of t)s.apply(this,e.data)}}};function O(i){i=i||{},this.ms=i.min||100,this.max=i.max||1e4,this.factor=i.factor||2,this.jitter=i.jitter>0&&i.jitter<=1?i.jitter:0,this.attempts=0}O.prototype.duration=function(){var i=this.ms*Math.pow(this.factor,this.attempts++);if(this.jitter){var e=Math.random(),t=Math.floor(e*this.jitter*i);i=(Math.floor(e*10)&1)==0?i-t:i+t}return Math.min(i,this.max)|0};O.prototype.reset=function(){this.attempts=0};O.prototype.setMin=function(i){this.ms=i};O.prototype.setMax=function(i){this.max=i};O.prototype.setJitter=function(i){this.jitter=i};var B=class extends p{constructor(e,t){var s;super(),this.nsps={},this.subs=[],e&&typeof e=="object"&&(t=e,e=void 0),t=t||{},t.path=t.path||"/socket.io",this.opts=t,v(this,t),this.reconnection(t.reconnection!==!1),this.reconnectionAttempts(t.reconnectionAttempts||1/0),this.reconnectionDelay(t.reconnectionDelay||1e3),this.reconnectionDelayMax(t.reconnectionDelayMax||5e3),this.randomizationFactor((s=t.randomizationFactor)!==null&&s!==void 0?s:.5),this.backoff=new O({min:this.reconnectionDelay(),max:this.reconnectionDelayMax(),jitter:this.randomizationFactor()}),this.timeout(t.timeout==null?2e4:t.timeout),this._readyState="closed",this.uri=e;let r=t.parser||xe;this.encoder=new r.Encoder,this.decoder=new r.Decoder,this._autoConnect=t.autoConnect!==!1,this._autoConnect&&this.open()}reconnection(e){return arguments.length?(this._reconnection=!!e,e||(this.skipReconnect=!0),this):this._reconnection}reconnectionAttempts(e){return e===void 0?this._reconnectionAttempts:(this._reconnectionAttempts=e,this)}reconnectionDelay(e){var t;return e===void 0?this._reconnectionDelay:(this._reconnectionDelay=e,(t=this.backoff)===null||t===void 0||t.setMin(e),this)}randomizationFactor(e){var t;return e===void 0?this._randomizationFactor:(this._randomizationFactor=e,(t=this.backoff)===null||t===void 0||t.setJitter(e),this)}reconnectionDelayMax(e){var t;return e===void 0?this._reconnectionDelayMax:(this._reconnectionDelayMax=e,(t=this.backoff)===null||t===void 0||t.setMax(e),this)}timeout(e){return arguments.length?(this._timeout=e,this):this._timeout}maybeReconnectOnOpen(){!this._reconnecting&&this._reconnection&&this.backoff.attempts===0&&this.reconnect()}open(e){if(~this._readyState.indexOf("open"))return this;this.engine=new A(this.uri,this.opts);let t=this.engine,s=this;this._readyState="opening",this.skipReconnect=!1;let r=d(t,"open",function(){s.onopen(),e&&e()}),n=l=>{this.cleanup(),this._readyState="closed",this.emitReserved("error",l),e?e(l):this.maybeReconnectOnOpen()},o=d(t,"error",n);if(this._timeout!==!1){let l=this._timeout,f=this.setTimeoutFn(()=>{r(),n(new Error("timeout")),t.close()},l);this.opts.autoUnref&&f.unref(),this.subs.push(()=>{this.clearTimeoutFn(f)})}return this.subs.push(r),this.subs.push(o),this}connect(e){return this.open(e)}onopen(){this.cleanup(),this._readyState="open",this.emitReserved("open");let e=this.engine;this.subs.push(d(e,"ping",this.onping.bind(this)),d(e,"data",this.ondata.bind(this)),d(e,"error",this.onerror.bind(this)),d(e,"close",this.onclose.bind(this)),d(this.decoder,"decoded",this.ondecoded.bind(this)))}onping(){this.emitReserved("ping")}ondata(e){try{this.decoder.add(e)}catch(t){this.onclose("parse error",t)}}ondecoded(e){w(()=>{this.emitReserved("packet",e)},this.setTimeoutFn)}onerror(e){this.emitReserved("error",e)}socket(e,t){let s=this.nsps[e];return s?this._autoConnect&&!s.active&&s.connect():(s=new N(this,e,t),this.nsps[e]=s),s}_destroy(e){let t=Object.keys(this.nsps);for(let s of t)if(this.nsps[s].active)return;this._close()}_packet(e){let t=this.encoder.encode(e);for(let s=0;s<t.length;s++)this.engine.write(t[s],e.options)}cleanup(){this.subs.forEach(e=>e()),this.subs.length=0,this.decoder.destroy()}_close(){this.skipReconnect=!0,this._reconnecting=!1,this.onclose("forced close")}disconnect(){return this._close()}onclose(e,t){var s;this.cleanup(),(s=this.engine)===null||s===void 0||s.close(),this.backoff.reset(),this._readyState="closed",this.emitReserved("close",e,t),this._reconnection&&!this.skipReconnect&&this.reconnect()}reconnect(){if(this._reconnecting||this.skipReconnect)return this;let e=this;if(this.backoff.attempts>=this._reconnectionAttempts)this.backoff.reset(),this.emitReserved("reconnect_failed"),this._reconnecting=!1;else{let t=this.backoff.duration();this._reconnecting=!0;let s=this.setTimeoutFn(()=>{e.skipReconnect||(this.emitReserved("reconnect_attempt",e.backoff.attempts),!e.skipReconnect&&e.open(r=>{r?(e._reconnecting=!1,e.reconnect(),this.emitReserved("reconnect_error",r)):e.onreconnect()}))},t);this.opts.autoUnref&&s.unref(),this.subs.push(()=>{this.clearTimeoutFn(s)})}}onreconnect(){let e=this.backoff.attempts;this._reconnecting=!1,this.backoff.reset(),this.emitReserved("reconnect",e)}};var z={};function W(i,e){typeof i=="object"&&(e=i,i=void 0),e=e||{};let t=je(i,e.path||"/socket.io"),s=t.source,r=t.id,n=t.path,o=z[r]&&n in z[r].nsps,l=e.forceNew||e["force new connection"]||e.multiplex===!1||o,f;return l?f=new B(s,e):(z[r]||(z[r]=new B(s,e)),f=z[r]),t.query&&!e.query&&(e.query=t.queryKey),f.socket(t.path,e)}Object.assign(W,{Manager:B,Socket:N,io:W,connect:W});var st=1e4,zt=3e3,ee=class{#e;#t;#i;#s=null;#r=!1;constructor(e,t,s,r){this.#t=r,this.#i=s,this.#e=W(e.origin,{path:new URL("socket.io/",e).pathname,query:{tenant:t},transports:["websocket","polling"],tryAllTransports:!0,reconnectionDelayMax:1e4}),this.#e.on("connect",()=>{this.#n()}),this.#e.on("bot_uttered",n=>r.message({...n,direction:"out"})),this.#e.on("bot_typing",({on:n})=>r.typing(n)),this.#e.on("session_confirm",n=>this.#o(n)),this.#e.on("session_ended",()=>this.#c()),this.#e.on("disconnect",()=>this.#a()),this.#e.on("connect_error",()=>this.#a())}get ready(){return this.#r&&this.#e.connected}async send(e){if(!this.ready)throw new Error("not connected");let t={message:e.message,session_id:this.#s,message_id:e.id,customData:{}};return await this.#e.timeout(st).emitWithAck("user_uttered",t)}close(){this.#e.close()}async#n(){try{let e=await this.#e.timeout(st).emitWithAck("session_request",this.#i());if(!e.session_id)throw new Error("no session now");this.#s=e.session_id,this.#r=!0,this.#t.session(e)}catch{setTimeout(()=>{this.#e.connected&&this.#n()},zt)}}#o(e){!this.#r||e===this.#s||(this.#s=e,this.#t.renewed(e))}#c(){this.#s=null,this.#t.ended()}#a(){this.#r=!1,this.#t.offline()}};var te=class{#e;#t={session:null,waiting:[]};#i=null;constructor(e){this.#e=`duwtje:${e}`;for(let t of[S(()=>localStorage),S(()=>sessionStorage)]){let s=t&&Wt(t,this.#e);if(s){this.#t=s,this.#i=t;return}}}get session(){return this.#t.session}set session(e){this.#t.session=e,this.#s()}get waiting(){return this.#t.waiting}set waiting(e){this.#t.waiting=[...e],this.#s()}get remembers(){return this.#i!==null&&this.#i===S(()=>localStorage)}keep(){this.#i||(this.#i=S(()=>sessionStorage),this.#s())}remember(e){this.#r(),this.#i=S(()=>e?localStorage:sessionStorage),this.#s()}forget(){this.#r(),this.#t={session:null,waiting:[]},this.#i=null}#s(){S(()=>this.#i?.setItem(this.#e,JSON.stringify(this.#t)))}#r(){S(()=>this.#i?.removeItem(this.#e))}};function S(i){try{return i()}catch{return null}}function Wt(i,e){let t=S(()=>JSON.parse(i.getItem(e)??"null"));return t?{session:t.session??null,waiting:Array.isArray(t.waiting)?t.waiting:[]}:null}var ie=class{#e;#t;#i;#s=!1;constructor(e,t,s){this.#e=e,this.#t=t,this.#i=s}add(e){this.#e.waiting=[...this.#e.waiting,e],this.flush()}async flush(){if(!this.#s){this.#s=!0;try{for(let e=this.#e.waiting[0];e;e=this.#e.waiting[0]){let t=await this.#t(e);if(t.reason==="busy"){setTimeout(()=>{this.flush()},3e3);return}let s=e.id;this.#e.waiting=this.#e.waiting.filter(r=>r.id!==s),this.#i(e,t)}}catch{}finally{this.#s=!1}}}};function _e(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),i=>i.toString(16).padStart(2,"0")).join("")}var se=class{root;#e=a("input",{type:"checkbox",id:"remember"});constructor(e){this.root=a("label",{class:"remember",for:"remember"},this.#e,c.remember),this.#e.addEventListener("change",()=>e(this.#e.checked))}show(e){this.#e.checked=e}};var Kt=/https?:\/\/[^\s<>"]+/g,Jt=/[.,;:!?)\]]+$/;function rt(i){let e=[],t=0;for(let s of i.matchAll(Kt)){let r=s[0].replace(Jt,"");e.push(i.slice(t,s.index),Yt(r)),t=s.index+r.length}return e.push(i.slice(t)),e.filter(s=>s!=="")}function Yt(i){return a("a",{href:i,target:"_blank",rel:"noopener noreferrer"},i.replace(/^https?:\/\//,""),R(` (${c.new_window})`))}function ke(i,e){let t=i==="in"?c.you:c.name;return a("div",{class:`message ${i==="in"?"mine":"theirs"}`},a("p",{class:"sender"},`${t}:`),a("p",{class:"words"},...rt(e)))}function nt(i,e){i.querySelector(".state")?.remove(),e&&i.append(a("p",{class:"state"},e))}function ot(i,e){let t=i.map(s=>{let r=b(s.title,"choice",()=>e(s,r));return r});return a("div",{class:"choices",role:"group","aria-label":c.choices},...t)}var $t=new Intl.DateTimeFormat("nl-NL",{weekday:"long",day:"numeric",month:"long"});function ct(i,e){let t=Math.round((at(e)-at(i))/864e5);return t===0?c.today:t===1?c.yesterday:$t.format(i)}function at(i){return new Date(i.getFullYear(),i.getMonth(),i.getDate()).getTime()}var Xt=1500,ht=12,re=class{root;scroller;#e=a("div",{class:"before",role:"group","aria-label":c.earlier,hidden:!0});#t=a("div",{class:"log",role:"log","aria-live":"polite","aria-relevant":"additions","aria-label":c.recent});#i=a("div",{class:"typing","aria-hidden":"true",hidden:!0},`${c.typing} `,a("i"),a("i"),a("i"));#s=b("","more",()=>this.#g());#r;#n=new Map;#o=null;#c=0;#a="";constructor(e){this.#r=e;let t={class:"talk",tabindex:"0",role:"region","aria-label":c.conversation};this.scroller=a("div",t,this.#e,this.#t,this.#i),this.scroller.addEventListener("scroll",()=>this.#h(),{passive:!0});let s=new ResizeObserver(()=>this.#h());for(let r of[this.scroller,this.#t])s.observe(r);this.#s.append(a("span",{class:"arrow","aria-hidden":"true"}),R(c.more)),this.root=a("div",{class:"talk-frame"},this.scroller,this.#s)}history(e){for(let t of e)this.#u(this.#e,t);this.#e.hidden=this.#e.childElementCount===0,this.#l(this.#e.lastElementChild)}add(e){this.#l(this.#u(this.#t,e))}say(e,t){this.#m(),this.#d(this.#t,new Date);let s=ke("in",t);this.#n.set(e,s),this.#t.append(s),this.#o=null,this.#l(s),this.#o=null}mark(e,t){let s=this.#n.get(e);s&&nt(s,t)}holds(e){return this.#n.has(e)}withdraw(e){this.#n.get(e)?.remove(),this.#n.delete(e)}clear(){let e=[...this.#t.querySelectorAll(".theirs")].at(-1);this.#e.replaceChildren(),this.#e.hidden=!0;for(let t of[...this.#t.children])t!==e&&t.remove();this.#n.clear()}typing(e){this.#i.hidden=!e,e&&this.#f()}#u(e,t){t.direction==="in"&&this.#m(),this.#d(e,new Date(t.at));let s=ke(t.direction,t.text);return t.quick_replies?.length&&s.append(ot(t.quick_replies,this.#r)),e.append(s),s}#d(e,t){let s=ct(t,new Date),r=s===this.#a||this.#a===""&&s===c.today;this.#a=s,!r&&e.append(a("p",{class:"day"},s))}#m(){for(let e of this.scroller.querySelectorAll(".choices"))e.remove()}#l(e){let t=performance.now();(!this.#o||t-this.#c>Xt)&&(this.#o=e),this.#c=t,this.#f()}#f(){this.scroller.scrollTop=this.#o?Math.min(this.#p,this.#o.offsetTop-ht):this.#p,this.#h()}get#p(){return this.scroller.scrollHeight-this.scroller.clientHeight}#h(){this.#s.hidden=this.scroller.scrollTop>=this.#p-ht}#g(){this.scroller.scrollTop+=this.scroller.clientHeight*.8,this.#h(),this.scroller.focus({preventScroll:!0})}};var ne=class{talk=new re((e,t)=>this.#c(e,t));composer=new K(e=>this.say(e));remember=new se(e=>this.#e.remember(e));#e;#t;#i;#s;#r=new Set;#n=new Set;#o=0;constructor(e,t,s){this.#s=s,this.#e=new te(t),this.remember.show(this.#e.remembers),this.#t=new ie(this.#e,r=>this.#i.send(r),(r,n)=>this.#m(r,n)),s.notice(c.connecting),this.#i=new ee(e,t,()=>({session_id:this.#e.session,after:this.#o}),{session:r=>this.#u(r),message:r=>this.#l(r),typing:r=>this.talk.typing(r),renewed:r=>{this.#e.session=r},ended:()=>this.#h(),offline:()=>this.#p()})}say(e){this.#a({id:_e(),message:e,shown:e})}stop(){this.#i.close()}#c(e,t){t.matches(":focus-visible")?this.composer.focus():this.talk.scroller.focus({preventScroll:!0}),this.#a({id:_e(),message:e.payload,shown:e.title})}#a(e){this.#e.keep(),this.talk.say(e.id,e.shown),this.#i.ready||this.talk.mark(e.id,c.waiting),this.#t.add(e)}#u(e){let t=this.#o===0;this.#e.session=e.session_id,this.#s.notice("");let s=e.messages.filter(r=>this.#f(r));if(t)this.talk.history(s);else for(let r of s)this.talk.add(r);t&&this.#d(),this.#t.flush()}#d(){for(let e of this.#e.waiting)this.talk.holds(e.id)||(this.#n.add(e.id),this.talk.say(e.id,e.shown))}#m(e,t){t.reason==="duplicate"&&this.#n.has(e.id)&&this.talk.withdraw(e.id),this.talk.mark(e.id,t.reason==="too_long"?c.too_long:null)}#l(e){this.#f(e)&&(this.talk.typing(!1),this.talk.add(e),this.#s.heard())}#f(e){return e.id===0?!0:this.#r.has(e.id)?!1:(this.#r.add(e.id),this.#o=Math.max(this.#o,e.id),!0)}#p(){this.talk.typing(!1),this.#s.notice(c.offline);for(let e of this.#e.waiting)this.talk.mark(e.id,c.waiting)}#h(){this.#e.forget(),this.talk.clear(),this.remember.show(!1)}};var lt=`/* the button in the corner */

.corner {
  position: fixed;
  right: max(16px, env(safe-area-inset-right));
  bottom: max(16px, env(safe-area-inset-bottom));
  z-index: 2147483000;
  display: flex;
  align-items: center;
  gap: 10px;
}

.launcher {
  min-height: 52px;
  padding: 10px 22px;
  border-radius: 26px;
  background: var(--brand);
  color: #fff;
  font-weight: 600;
  box-shadow: 0 6px 20px rgb(10 50 48 / 28%);
}

.launcher:hover {
  background: var(--brand-dark);
}

.badge:not(:empty) {
  padding: 4px 12px;
  border-radius: 14px;
  background: var(--warm);
  font-size: 0.875rem;
  font-weight: 600;
}

/* the frame */

.panel {
  display: flex;
  flex-direction: column;
  height: 100%;
  overflow: hidden;
  border: 1px solid #c9d8d5;
  border-radius: 18px;
  background: var(--paper);
}

dialog.panel:not([open]) {
  display: none;
}

.floating {
  position: fixed;
  inset: auto 16px 16px auto;
  z-index: 2147483000;
  width: min(400px, calc(100vw - 32px));
  height: min(660px, calc(100dvh - 32px));
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 0;
  color: inherit;
  box-shadow: 0 12px 48px rgb(10 50 48 / 30%);
}

.head {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  padding: 10px 10px 10px 18px;
  background: var(--brand);
  color: #fff;
}

h2 {
  font-size: 1.125rem;
  line-height: 1.3;
}

.what {
  font-size: 0.875rem;
}

.close {
  background: transparent;
  color: #fff;
}

.close:hover {
  background: var(--brand-dark);
}

.head :focus-visible {
  outline-color: #fff;
}

.cross::before {
  content: "\u2715";
  font-size: 1.125rem;
}

.notice:not(:empty) {
  padding: 8px 18px;
  background: var(--warm);
  font-size: 0.9375rem;
}

.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  column-gap: 20px;
  padding: 8px 16px;
  font-size: 0.875rem;
  color: var(--soft-ink);
}

.human {
  padding: 6px 14px;
  border-color: var(--line);
  background: #fff;
  color: var(--brand);
  font-weight: 600;
}

.human:hover {
  background: var(--brand-pale);
}

.foot a,
.remember {
  display: inline-flex;
  align-items: center;
  min-height: 44px;
  color: inherit;
}

.remember {
  gap: 8px;
  cursor: pointer;
}

.remember input {
  width: 20px;
  height: 20px;
  margin: 0;
  accent-color: var(--brand);
}

/* a small screen, or a large zoom */

@media (max-width: 480px), (max-height: 420px) {
  .floating {
    inset: 0;
    width: 100vw;
    height: 100dvh;
    border: 0;
    border-radius: 0;
  }
}
`;var oe=class{root;#e;#t=a("span",{class:"badge",role:"status"});#i=0;constructor(e){this.#e=b(c.launcher,"launcher",e),this.#e.setAttribute("aria-haspopup","dialog"),this.root=a("div",{class:"corner"},this.#t,this.#e)}show(e){this.root.hidden=!e,this.#s(0)}unread(){this.#s(this.#i+1)}focus(){this.#e.focus()}#s(e){this.#i=e;let t=e===1?c.unread_one:Se(c.unread_many,e);this.#t.textContent=e?t:""}};var Qt="(max-width: 480px), (max-height: 420px)",ae=class{root;#e;#t=a("p",{class:"notice",role:"status"});constructor(e){let t=[Gt(e),this.#t,e.talk,e.composer,Zt(e)];this.#e=e.close?a("dialog",{class:"panel floating","aria-labelledby":"title"},...t):null,this.root=this.#e??a("section",{class:"panel","aria-labelledby":"title"},...t),e.close&&ei(this.root,e.close)}open(){!this.#e||this.#e.open||(matchMedia(Qt).matches?this.#e.showModal():this.#e.show())}close(){this.#e?.close()}get isOpen(){return this.#e?.open??!0}notice(e){this.#t.textContent!==e&&(this.#t.textContent=e)}};function Gt({close:i}){let e=a("div",{},a("h2",{id:"title"},c.name),a("p",{class:"what"},c.what));if(!i)return a("div",{class:"head"},e);let t=b("","close",i);return t.append(a("span",{class:"cross","aria-hidden":"true"}),R(c.close)),a("div",{class:"head"},e,t)}function Zt({human:i,remember:e,privacy:t}){let s=a("a",{href:t.href,target:"_blank",rel:"noopener"},c.privacy,R(` (${c.new_window})`));return a("div",{class:"foot"},b(c.human,"human",i),s,e)}function ei(i,e){i.addEventListener("cancel",t=>{t.preventDefault(),e()}),i.addEventListener("keydown",t=>{t.key==="Escape"&&!t.isComposing&&e()})}var ft=`/* the conversation */

.talk-frame {
  position: relative;
  display: flex;
  flex: 1;
  min-height: 0;
}

.more {
  position: absolute;
  right: 8px;
  bottom: 8px;
  border-radius: 50%;
  background: var(--warm);
  color: var(--ink);
  box-shadow: 0 2px 10px rgb(10 50 48 / 30%);
}

.arrow::before {
  content: "\u2193";
  font-size: 1.25rem;
  font-weight: 700;
}

.talk {
  position: relative;
  flex: 1;
  overflow-y: auto;
  overscroll-behavior: contain;
  scroll-padding-bottom: 16px;
  padding: 16px;
}

.talk:focus-visible {
  outline-offset: -4px;
}

.before,
.log {
  display: flex;
  flex-direction: column;
  gap: 12px;
}

.before:not([hidden]) + .log:not(:empty) {
  margin-top: 12px;
}

.day {
  align-self: center;
  font-size: 0.8125rem;
  color: var(--soft-ink);
}

.day::first-letter {
  text-transform: uppercase;
}

.message {
  max-width: 88%;
  align-self: flex-start;
}

.mine {
  align-self: flex-end;
}

.sender {
  padding: 0 4px 2px;
  font-size: 0.8125rem;
  color: var(--soft-ink);
}

.mine .sender,
.mine .state {
  text-align: end;
}

.words {
  padding: 10px 14px;
  border: 1px solid transparent;
  border-radius: 4px 16px 16px;
  background: var(--brand-pale);
  white-space: pre-line;
  overflow-wrap: anywhere;
}

.mine .words {
  border-radius: 16px 4px 16px 16px;
  background: var(--brand);
  color: #fff;
}

.words a {
  color: inherit;
  font-weight: 600;
}

.state {
  padding: 2px 4px 0;
  font-size: 0.8125rem;
  color: #8a3409;
}

.choices {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 8px;
}

.choice {
  max-width: 100%;
  padding: 8px 16px;
  border-color: var(--brand);
  border-radius: 22px;
  background: #fff;
  color: var(--brand);
  font-weight: 600;
  text-align: start;
  overflow-wrap: anywhere;
}

.choice:hover {
  background: var(--brand-pale);
}

.typing {
  margin-top: 12px;
  font-size: 0.875rem;
  color: var(--soft-ink);
}

.typing i {
  display: inline-block;
  width: 6px;
  height: 6px;
  margin-inline-end: 3px;
  border-radius: 50%;
  background: currentcolor;
  animation: breathe 1.2s infinite ease-in-out;
}

.typing i:nth-of-type(2) {
  animation-delay: 0.2s;
}

.typing i:nth-of-type(3) {
  animation-delay: 0.4s;
}

@keyframes breathe {
  50% {
    opacity: 0.25;
  }
}

/* where people type */

.composer {
  padding: 10px 16px 0;
  border-top: 1px solid #d9e4e1;
}

.composer label {
  display: block;
  padding-bottom: 4px;
  font-size: 0.875rem;
  font-weight: 600;
}

.row {
  display: flex;
  align-items: flex-end;
  gap: 8px;
}

textarea {
  flex: 1;
  min-width: 0;
  min-height: 46px;
  max-height: 132px;
  padding: 10px 12px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: #fff;
  resize: none;
  field-sizing: content;
}

.send {
  padding: 8px 18px;
  background: var(--brand);
  color: #fff;
  font-weight: 600;
}

.send:hover {
  background: var(--brand-dark);
}

@media (prefers-reduced-motion: reduce) {
  .typing i {
    animation: none;
  }
}

@media (forced-colors: active) {
  button,
  .words,
  .badge:not(:empty),
  .notice:not(:empty) {
    border: 1px solid;
  }
}
`;function pt(i){return class extends HTMLElement{#e=new oe(()=>this.#o());#t=null;#i=null;#s=this.attachShadow({mode:"open"});#r=document.createElement("div");connectedCallback(){this.#s.adoptedStyleSheets=[ii()],this.#r.lang="nl",this.#s.append(this.#r),this.#n?this.#a():this.#r.append(this.#e.root)}disconnectedCallback(){this.#t?.stop(),this.#t=this.#i=null,this.#r.replaceChildren()}get#n(){return this.hasAttribute("data-open")}#o(){let{panel:t,chat:s}=this.#a();t.open(),this.#e.show(!1),matchMedia("(pointer: fine)").matches?s.composer.focus():s.talk.scroller.focus({preventScroll:!0})}#c(){this.#i?.close(),this.#e.show(!0),this.#e.focus()}#a(){if(this.#i&&this.#t)return{panel:this.#i,chat:this.#t};let t=new ne(i.script,i.tenant,{notice:r=>queueMicrotask(()=>s.notice(r)),heard:()=>{s.isOpen||this.#e.unread()}}),s=new ae({talk:t.talk.root,composer:t.composer.root,remember:t.remember.root,privacy:new URL("privacy",i.script),human:()=>t.say(c.human_message),...this.#n?{}:{close:()=>this.#c()}});return this.#r.append(s.root),this.#i=s,this.#t=t,{panel:s,chat:t}}}}function ii(){let i=new CSSStyleSheet;return i.replaceSync(Ee+lt+ft),i}var ce="duwtje-chat",ut=document.currentScript;function dt(){customElements.define(ce,pt({script:new URL(ut.src),tenant:ut.dataset.tenant??"demo"})),document.querySelector(ce)||document.body.append(document.createElement(ce))}customElements.get(ce)||(document.readyState==="loading"?document.addEventListener("DOMContentLoaded",dt):dt());})();
