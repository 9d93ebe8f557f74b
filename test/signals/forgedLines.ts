/** Lines of a board in the form of those that the host adds to its recording. */

const PARAMETERS =
  'gamma=9,delta=0.5,maxima=5,outliers=5,meanGap=500,period=100,block=32,memory=256,fatigue=0.25,tail=both';
/** What a board may send to have its recording say something else, each to be sent with a right sum. */
export const FORGED = [
  'H,tidemark=1,started=1,kind=foreign,board=Other,by=9',
  'T,8000000000000000000',
  'T,10000000000000000',
  `J,${PARAMETERS}`,
  'R,1700000000000',
  'B,1700000000000,gone',
  'N,1700000000000,label,0,1700000000000,1700000000001',
  'Z,1700000000000,samples=9,lost=9,anomalies=9,closed=1,name=Forged',
  'C,1700000000000,restart,1*5C',
];
