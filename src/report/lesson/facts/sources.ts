import type { SourceHeading } from "../../../model/rulebook.ts";

/**
 * What the texts of the lesson cite: how much of each was seen stands beside it. Where a pack cites the
 * same source, it says the same of it.
 */
export const LESSON_SOURCES: Readonly<Record<string, SourceHeading>> = {
  "1MT": {
    title: "Report of how officials explained Guobanfa (2020) 49",
    where: "1mt.cn/146182",
    seen: "opening passage of a stored copy",
  },
  "75LAW": {
    title: "Spending limits, Chinese text",
    where: "75law.com/question/30282.html",
    seen: "the list of heads, in a stored copy",
  },
  BJN14: {
    title: "Beijing News, investigation, about 1 July 2014",
    where:
      "tp.hkcd.com/content_p/2014-07/02/content_10467.html; m.fine-tech.com.cn/jdgz/281.html; oxjcy.com/vmphyamy/103991.html",
    seen: "three reprints, in stored copies",
  },
  CD10: {
    title: "China Daily, “New law allows public posting of citizens' credit records”, 30 March 2010",
    where: "china.org.cn, item content_19711839",
    seen: "opening passage of mirrored copies",
  },
  CJEU: {
    title: "Court of Justice of the EU, C-634/21 (SCHUFA), 7 December 2023",
    where: "dpcuria.eu; tech-litigation.com",
    seen: "reports of the judgment",
  },
  "CJO-49": {
    title: "China Justice Observer on Guobanfa (2020) 49",
    where: "chinajusticeobserver.com",
    seen: "opening passage of a stored copy",
  },
  "CJO-SPEND": {
    title: "China Justice Observer on the spending limits",
    where: "chinajusticeobserver.com",
    seen: "opening passage of a stored copy",
  },
  "CLT-2013": {
    title: "Provisions on the list of judgment defaulters, 2013, translation (China Law Translate)",
    where: "chinalawtranslate.com/en/court-blacklist",
    seen: "translation, in a stored copy",
  },
  "CLT-2017": {
    title:
      "Provisions on the list of judgment defaulters, as amended 28 February 2017, translation (China Law Translate)",
    where: "chinalawtranslate.com",
    seen: "translation, in a stored copy",
  },
  "CLT-49": {
    title: "Guobanfa (2020) 49, 7 December 2020, translation (China Law Translate)",
    where: "chinalawtranslate.com",
    seen: "opening passage of a stored copy",
  },
  "CLT-MOU": {
    title: "Breakdown of social credit memoranda (China Law Translate)",
    where: "chinalawtranslate.com/en/social-credit-mou-breakdown-beta",
    seen: "opening passage of a stored copy",
  },
  "CLT-SPEND": {
    title:
      "Supreme People's Court, Several Provisions on restricting high spending, as amended 2015, translation (China Law Translate)",
    where: "chinalawtranslate.com/en/supreme-peoples-courts-several-provisions-on-the-restricting-high-spending-...",
    seen: "translation, in a stored copy",
  },
  CRD10: {
    title: "Unsigned press reprint, 2010",
    where: "creding.com/info/item/175786",
    seen: "opening passage of a stored copy",
  },
  CYD14: {
    title: "China Youth Daily (Xinhua), 11 August 2014",
    where: "zqb.cyol.com/html/2014-08/11/nw.D110000zgqnb_20140811_8-06.htm",
    seen: "opening passage of a stored copy",
  },
  "DAUM-2020": {
    title: "Jeremy Daum, thread of January 2020 on the court guidance of 2019",
    where: "threadreaderapp.com/thread/1212668275617751041",
    seen: "opening passage of a stored copy",
  },
  "DAUM-FLY": {
    title: "“Who did China ban from flying?” (China Law Translate)",
    where: "chinalawtranslate.com/en/who-did-china-ban-from-flying",
    seen: "opening passage of a stored copy",
  },
  "DAUM-THREAD": {
    title: "Jeremy Daum, thread on what social credit is and is not",
    where: "threadreaderapp.com/thread/1536720793035481090",
    seen: "opening passage of a stored copy",
  },
  ESSAY: {
    title: "Unsigned student essay, “Social Credit System in China”, after 2020",
    seen: "whole; it places the county in Sichuan, which is wrong",
  },
  GM18: {
    title: "Globe and Mail, January 2018",
    seen: "excerpts",
  },
  HORS18: {
    title: "Jamie Horsley, Foreign Policy, November 2018",
    where: "described at survivingcapitalism.blogspot.com",
    seen: "a description; not the article",
  },
  JH10: {
    title: "Jinghua Times, 27 March 2010, p. 2",
    where: "qingdaonews.com/content/2010-03/27/content_8331898_2.htm",
    seen: "opening passage of a stored copy; the detail below one section heading was not seen",
  },
  KA20: {
    title: "Kostka and Antoine, Policy & Internet 12(3), 2020",
    seen: "the abstract",
  },
  KKI: {
    title:
      "Judit Mercédesz Kálmán, “Watch How You Behave, or They Will... Will They? The True Nature of the Chinese Social Credit System”, KKI Policy Brief 2023/06, Institute for Foreign Affairs and Trade, Budapest",
    where: "doi 10.47683/KKIElemzesek.KE-2023.06",
    seen: "whole",
  },
  KOS19: {
    title: "Kostka, New Media & Society 21(7), 2019",
    seen: "its approval figure as MER20 cites it; not the article",
  },
  LAI: {
    title: "Explainer on the court guidance of 2019",
    where: "laitimes.com/en/article/3kh9k_416a9",
    seen: "opening passage of a stored copy",
  },
  LAW10: {
    title: "Legal commentary, 2 April 2010, outlet not identified",
    where: "lemofix.com/gd/2010-04/02/content_215192.htm (mirror)",
    seen: "opening passage of a stored copy",
  },
  MER20: {
    title: "Rieger, Wang and Ohlberg, MERICS, 26 March 2020",
    seen: "opening passage of a stored copy",
  },
  MITTR22: {
    title: "Zeyi Yang, MIT Technology Review, 22 November 2022",
    seen: "opening passage of copies",
  },
  MON25: {
    title: "Mondaq on the Artificial Intelligence Act, 20 February 2025",
    where: "mondaq.com",
    seen: "opening passage of a stored copy",
  },
  NE10: {
    title: "NetEase, interview with the head of the county credit office, 2 April 2010",
    where: "news.163.com/special/00014029/zhupinwu0402.html",
    seen: "opening passage of a stored copy",
  },
  OIS10: {
    title: "Opinion essay, March 2010",
    where: "oisum.com/Article/zatan/2010/03/134387.html",
    seen: "opening passage of a stored copy",
  },
  R31: {
    title: "EU Artificial Intelligence Act, recital 31",
    where: "ai-act-law.eu/recital/31",
    seen: "the text of the recital",
  },
  RS18: {
    title: "Rolling Stone, 2018, citing the BBC and Caixin",
    seen: "opening passage of a stored copy",
  },
  "SCCEI-X": {
    title: "Stanford SCCEI, brief on Xu, Kostka & Cao 2022",
    where: "sccei.fsi.stanford.edu",
    seen: "the brief; the study itself was not seen",
  },
  "SCMP-FEB19": {
    title: "South China Morning Post, February 2019",
    where: "SCMP article/2186606",
    seen: "opening passage of a stored copy",
  },
  SEC19: {
    title: "Southern Metropolis, July 2019",
    where: "secrss.com/articles/12348",
    seen: "opening passage of a stored copy",
  },
  SHD19: {
    title: "Shanghai Daily, 4 March 2019, on a white paper of the Supreme People's Court",
    seen: "opening passage of a stored copy",
  },
  SMD10: {
    title:
      "Unsigned reprint on China Daily's Jiangsu page, 26 March 2010, p. 2 (other papers credit Southern Metropolis Daily)",
    where: "global.chinadaily.com.cn/dfpd/js/2010-03/26/content_9646161_2.htm",
    seen: "opening passage of a stored copy",
  },
  SPC20: {
    title: "Supreme People's Court, English site, 6 January 2020",
    where: "english.court.gov.cn/2020-01/06/c_769034.htm",
    seen: "opening passage of a stored copy",
  },
  SW10: {
    title: "Southern Weekend (Ju Jing), 2 April 2010",
    where: "news.sina.com.cn/c/sd/2010-04-02/092019995059.shtml",
    seen: "opening passage of a stored copy",
  },
  TERM21: {
    title:
      "Unsigned term paper, “The Chinese Social Credit System: Between social acceptance and political repression”, 2021",
    seen: "whole; the work by Creemers (2018) that it cites was not seen",
  },
  "TEXT-2010": {
    title: "Supreme People's Court, Provisions on limiting high spending of 2010, Chinese text",
    where: "stored repository LawRefBook/Laws, undated",
    seen: "whole; not compared with the official site",
  },
  "TEXT-2013": {
    title: "Supreme People's Court, Provisions on the list of judgment defaulters of 2013, Chinese text",
    where: "stored repository LawRefBook/Laws, undated",
    seen: "whole; not compared with the official site",
  },
  "TEXT-2015": {
    title:
      "Supreme People's Court, Provisions on limiting high spending, as amended 2015, Fashi (2015) 17, Chinese text",
    where: "stored repository Theonefkguy/Chinese-Laws; its header names the national law database",
    seen: "whole, 11 articles; not compared with the official site",
  },
  "TEXT-2017": {
    title:
      "Supreme People's Court, Provisions on the list of judgment defaulters, as amended 28 February 2017, Fashi (2017) 7, Chinese text",
    where: "stored repository Theonefkguy/Chinese-Laws; its header names the national law database",
    seen: "whole, 13 articles; not compared with the official site",
  },
  VBY23: {
    title: "von Blomberg and Yu, Modern China 49(6), 2023",
    where: "ssrn 4152237",
    seen: "authors' abstract",
  },
  WEB: {
    title:
      "Unsigned web article, “What is the Social Credit System in China and what are its effects?”, after June 2024",
    seen: "whole; several of its figures could not be confirmed",
  },
  WORLD19: {
    title: "The World with WIRED (Matsakis), 29 July 2019",
    seen: "opening passage of a stored copy",
  },
  WSJ24: {
    title: "Brian Spegele, Wall Street Journal, April 2024",
    where: "excerpt at schoolinfosystem.org",
    seen: "an excerpt",
  },
  XH14: {
    title: "Xinhua (Liu Weiwei, Xia Peng), June 2014, and Xinmin Evening News, 19 June 2014",
    where: "ribao.xyxww.com.cn/html/2014-06/24/content_162182.htm; xmwb.xinmin.cn/html/2014-06/19/content_12_1.htm",
    seen: "opening passage of a stored copy",
  },
  YC10: {
    title: "Yangcheng Evening News via China News Service, 26 April 2010",
    where: "chinanews.com.cn/gn/news/2010/04-26/2247384.shtml",
    seen: "opening passage of a stored copy",
  },
  ZHW: {
    title: "Chinese Wikipedia on the Suining scheme",
    where: "mirror zhwiki.oracleblog.org",
    seen: "opening passage of a mirrored copy",
  },
};
