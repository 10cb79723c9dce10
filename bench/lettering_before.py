from collections import defaultdict
from lettering_world import *
from lettering_judge import *
from collector_bot.core.matching.payers import Payers, PayerItem
from collector_bot.core.matching.door import answers_for_account
from collector_bot.core.matching.natures import nature_of
from collector_bot.core.ledger import *
from dataclasses import replace
import sys,time

def run(world):
    known = Payers(world.accounts, [PayerItem(i.account_id,i.piece,"EUR",i.open.minor) for it in world.items.values() for i in it if i.is_debit])
    n=len(world.lines)
    payers=[None]*n; conf=[0]*n; by=defaultdict(list); answers=[()]*n
    for k,(line,_) in enumerate(world.lines):
        if nature_of(line)[0].value!="received": continue
        best=next(iter(known.of(line)),None)
        if best:
            payers[k]=best.account_id; conf[k]=best.confidence; by[best.account_id].append(k)
    for acc,ks in by.items():
        pend=[OpenItem(EntryId(-1-k),AccountId(acc),Side.CREDIT,Kind.PAYMENT,world.lines[k][0].bank_ref,world.lines[k][0].booked_on,None,world.lines[k][0].amount,world.lines[k][0].amount,"\n".join(filter(None,(world.lines[k][0].text,world.lines[k][0].creditor_reference,world.lines[k][0].end_to_end)))) for k in ks]
        for one in answers_for_account([*world.items.get(acc,[]),*pend],today=TODAY,advices=world.advices.get(acc,[])):
            k=-1-one.payment.entry_id
            if k<0: continue
            answers[k]=[replace(c,confidence=c.confidence*conf[k]) for c in one.candidates]
    return answers,payers
if __name__=="__main__":
    allj=[]
    for seed in map(int,sys.argv[1:]):
        t=time.time()
        w=world_of(seed,customers=300,lines=600,big=int(5000))
        t1=time.time()
        a,p=run(w)
        print("sim",t1-t,"run",time.time()-t1)
        j=judge(w,a,p); allj+=j
    report(allj,"all"); calibration(allj); by_behaviour(allj)
